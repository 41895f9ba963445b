"""The sweep: due work, found in the rows themselves, done once and idempotently.

What readers wait for comes first, and heavy work a piece at a time: between two photos there is a
round of its own, so that rights end at their minute however many photos are to be made.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from articles.caching import edges
from articles.caching.forgetting import forget_old
from articles.publishing.alert import end_due_alerts
from articles.publishing.complete_cards import complete_cards
from articles.publishing.complete_photo import complete_next
from articles.publishing.due import publish_due
from articles.publishing.end_rights import end_due_rights
from articles.publishing.mail_out import mail_next
from articles.publishing.tidy_files import tidy

logger = logging.getLogger(__name__)
Job = Callable[[datetime], int]


def publish_scheduled(now: datetime) -> int:
    """Stories whose moment has come."""
    return publish_due(now=now)


def tell_edges(now: datetime | None = None) -> int:
    """What an outside cache refused, or what a crash kept from it."""
    return edges.deliver_due(now=now or timezone.now())


JOBS: tuple[Job, ...] = (
    publish_scheduled,
    end_due_rights,
    end_due_alerts,
    tell_edges,
    complete_next,
    complete_cards,
    mail_next,
    tidy,
    forget_old,
)


def sweep(now: datetime | None = None) -> int:
    """Do what is due, of heavy work one piece; returns how many things were done."""
    now = now or timezone.now()
    return sum(_attempt(job, now) for job in JOBS)


def _attempt(job: Job, now: datetime) -> int:
    """One job that fails does not keep the others from theirs; a lost database stops all."""
    try:
        return job(now)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("sweep: %s failed", job.__name__)
        return 0
