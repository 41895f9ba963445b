"""The ledger does not grow for ever: what every cache has long heard of goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Least

from articles.caching import ledger
from articles.models.edge import EdgePosition
from articles.models.ledger import CacheLedger

# No edge keeps a page for longer than a day; a week more tells whoever asks what happened.
KEPT = timedelta(days=8)
MOST_AT_ONCE = 1_000


def forget_old(now: datetime) -> int:
    """Remove some entries; never the newest, for every cache stands on it, nor one to be told."""
    first = CacheLedger.objects.order_by("id").only("id", "happened_at").first()
    if first is None or first.happened_at >= now - KEPT:
        return 0
    heard = CacheLedger.objects.filter(id__gte=first.id, id__lt=min(ledger.position(), _heard()))
    ids = heard.order_by("id").values_list("id", "happened_at")[:MOST_AT_ONCE]
    old = [number for number, happened_at in ids if happened_at < now - KEPT]
    return CacheLedger.objects.filter(id__in=old).delete()[0]


def _heard() -> int:
    """Up to where every edge has accepted all, and heard it a second time."""
    rows = EdgePosition.objects.filter(name__in=settings.EDGE)
    stands = rows.values_list(Least(F("position"), F("repeated")), flat=True)
    return min(stands, default=ledger.position())
