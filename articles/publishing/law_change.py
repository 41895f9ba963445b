"""What every change of the law leaves behind, whoever made it and by which verb."""

from __future__ import annotations

from datetime import datetime

from articles.caching import ledger, tags


def law_changed(cause: str, *, now: datetime) -> None:  # noqa: ARG001
    """Tell every cache; call inside the verb's transaction, after its last change."""
    ledger.write({tags.NOTICES}, now=now)
