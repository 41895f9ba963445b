"""The sweep: due work, found in the rows themselves, done once and idempotently.

What readers wait for comes first, and heavy work a piece at a time: between two photos there is a
round of its own, so that rights end at their minute however many photos are to be made.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from articles.caching import edges
from articles.publishing.complete_photo import complete_next
from articles.publishing.end_rights import end_due_rights
from articles.publishing.tidy_files import tidy


def sweep(now: datetime | None = None) -> int:
    """Do what is due, of heavy work one piece; returns how many things were done."""
    now = now or timezone.now()
    done = end_due_rights(now) + edges.deliver_due(now=now)
    return done + complete_next(now) + tidy(now)
