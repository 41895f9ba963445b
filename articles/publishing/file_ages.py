"""Files that no row names: pages in readers' hands may still show them for a day."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.files.storage import Storage

from articles.models.photo import public_storage

KEPT_FOR = timedelta(days=1)


def leave_for_a_day(names: Iterable[str]) -> None:
    """Make files that were just replaced as young as a new one, where the storage can.

    In an object store their age counts from when they were made.
    """
    storage = public_storage()
    for name in names:
        try:
            os.utime(storage.path(name))
        except (NotImplementedError, OSError):
            continue


def is_old(storage: Storage, name: str, now: datetime) -> bool:
    """Older than a day."""
    return is_from_before(storage, name, now - KEPT_FOR)


def is_from_before(storage: Storage, name: str, moment: datetime) -> bool:
    """A file that somebody else removed is not."""
    try:
        return storage.exists(name) and storage.get_modified_time(name) < moment
    except FileNotFoundError:
        return False
