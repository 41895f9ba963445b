"""A verb that was the victim of a circle of waiting is done once more, as a whole."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError, transaction

P = ParamSpec("P")
R = TypeVar("R")
logger = logging.getLogger(__name__)
DEADLOCK, LOCK_TIMEOUT, STATEMENT_TIMEOUT = "40P01", "55P03", "57014"
PASSING = (DEADLOCK, LOCK_TIMEOUT, STATEMENT_TIMEOUT)


def once_more(verb: Callable[P, R]) -> Callable[P, R]:
    """Around ``transaction.atomic``. Within a caller's transaction it is the caller's to decide:
    what that did before is gone, too."""

    @wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return verb(*args, **kwargs)
        except OperationalError as error:
            if not is_deadlock(error) or transaction.get_connection().in_atomic_block:
                raise
            logger.warning("%s met a deadlock and is done once more", verb.__name__)
        return verb(*args, **kwargs)

    return run


def is_deadlock(error: BaseException) -> bool:
    return getattr(error.__cause__, "pgcode", None) == DEADLOCK


def is_passing(error: BaseException) -> bool:
    """The database is well, and others were in the way: the same may succeed a moment later."""
    locked = str(getattr(error.__cause__, "sqlite_errorname", ""))
    return getattr(error.__cause__, "pgcode", None) in PASSING or locked.startswith("SQLITE_BUSY")
