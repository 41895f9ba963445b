"""What every change of the law leaves behind, whoever made it and by which verb."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from articles.caching import ledger, tags
from articles.publishing.law_and_cards import obey_once_more, obey_orders, withdraw_in_parts
from articles.publishing.manifest import record_law


def law_changed(cause: str, *, now: datetime) -> list[str]:
    """Enter the manifest and tell every cache; returns the files that go, for the log.

    Call inside the verb's transaction, after its last change; it began with ``take_turn``.
    """
    record_law(cause, now=now)
    names = obey_orders(now)
    withdraw_in_parts(names, now=now)
    ledger.write({tags.NOTICES}, now=now, hard=True)
    transaction.on_commit(partial(obey_once_more, now), robust=True)
    return names
