"""An address database in a file (``GEOIP_DATABASE``): opened when first asked, renewed by itself.

Nothing here may say an address: not the log, and not an exception, whose text could be logged.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import maxminddb

LOOK_EVERY = 60.0  # seconds until we look whether the file was replaced
_log = logging.getLogger(__name__)
_Signature = tuple[int, int, int] | None


class UnreadableDatabase(Exception):
    """The file is not there, or is no address database; the message is for administrators."""


@dataclass
class _Opened:
    reader: maxminddb.Reader | None
    signature: _Signature
    looked_at: float
    was_complained_of: bool = False


_opened: dict[str, _Opened] = {}
_lock = threading.Lock()


def record_of(address: str, path: str) -> Any:
    """What the file holds about ``address``; None when it holds nothing or cannot be read."""
    opened = _opened.get(path)
    if opened is None or time.monotonic() - opened.looked_at > LOOK_EVERY:
        opened = _renewed(path)
    if opened.reader is None:
        return None
    try:
        return opened.reader.get(address)
    except ValueError:  # an IPv6 address and a file that knows IPv4 alone
        return None
    except Exception:  # whatever a damaged file does must not cost a reader the page
        _complain(path, opened)
        return None


def open_database(path: str) -> maxminddb.Reader:
    try:
        return maxminddb.open_database(path)
    except (OSError, maxminddb.InvalidDatabaseError, ValueError) as error:
        raise UnreadableDatabase(f"GEOIP_DATABASE {path!r} cannot be read: {error}") from error


def made_at(path: str) -> datetime:
    """When the file was built, by its own metadata."""
    return datetime.fromtimestamp(open_database(path).metadata().build_epoch, UTC)


def _renewed(path: str) -> _Opened:
    with _lock:
        opened, signature = _opened.get(path), _signature(path)
        if opened is None or opened.signature != signature:
            opened = _opened[path] = _open(path, signature)
        opened.looked_at = time.monotonic()
        return opened


def _open(path: str, signature: _Signature) -> _Opened:
    try:
        return _Opened(open_database(path), signature, 0.0)
    except UnreadableDatabase:
        opened = _Opened(None, signature, 0.0)
        _complain(path, opened)
        return opened


def _complain(path: str, opened: _Opened) -> None:
    """Once for each state of the file; without the exception, whose text may name an address."""
    if not opened.was_complained_of:
        opened.was_complained_of = True
        _log.error("The address database %s cannot be read: places are unknown.", path)


def _signature(path: str) -> _Signature:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)
