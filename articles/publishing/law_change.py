"""What every change of the law leaves behind, whoever made it and by which verb."""

from __future__ import annotations

from datetime import datetime

from articles.caching import ledger, tags
from articles.publishing.manifest import record_law
from articles.publishing.withheld_cards import look_at_cards


def law_changed(cause: str, *, now: datetime) -> None:
    """Enter the manifest and tell every cache.

    Call inside the verb's transaction, after its last change.
    """
    record_law(cause, now=now)
    look_at_cards(now)
    ledger.write({tags.NOTICES}, now=now, hard=True)
