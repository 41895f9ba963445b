"""The notice manifest: one hash-chained entry for every change of the law.

An entry names the versions in force with the hashes of their content and who approved them, the
services, and which notices can apply where and when; ``articles.proof`` replays and verifies it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction

from articles.legal.atlas import Atlas, load_atlas
from articles.legal.edition import atlas_as_data
from articles.legal.rules import Rule, load_rules
from articles.legal.schedule import Edition, law_as_data
from articles.models import AtlasEdition, LanguageService, NoticeManifest, NoticeVersion
from articles.publishing.snapshot import Content, content_hash

GENESIS = 0
NO_HASH = "0" * 64
LONGEST_CAUSE = 200


def record_law(cause: str, *, now: datetime) -> NoticeManifest:
    """Append what is in force; call inside the verb's transaction, after its last change."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The manifest is written in the transaction of the verb.")
    take_turn(now)
    # Read after the lock: what somebody else approved a moment ago is in force here, too.
    previous = NoticeManifest.objects.order_by("-number")[0]
    entry = _entry(cause, load_rules(now), load_atlas(), now)
    entry.number, entry.previous_hash = previous.number + 1, previous.entry_hash
    return _sealed(entry)


def hash_of(entry: NoticeManifest) -> str:
    """Over all that an entry says; the atlas is named by the hash of its content."""
    return content_hash(
        {
            "number": entry.number,
            "happened_at": entry.happened_at.astimezone(UTC).isoformat(),
            "cause": entry.cause,
            "content": entry.content,
            "atlas": entry.atlas.content_hash,
            "previous_hash": entry.previous_hash,
        }
    )


def editions() -> list[Edition]:
    """Every service, closed ones too: their archive stays readable."""
    found = [
        Edition(service.pk, service.slug, (service.language, *service.fallback_languages))
        for service in LanguageService.objects.all()
    ]
    return sorted(found, key=lambda edition: edition.slug)  # not as the database's locale sorts


def approval_as_data(version: NoticeVersion) -> Content:
    """Who answers for a version: as much a part of the record as its words."""
    return {
        "id": version.pk,
        "proposed_by": version.proposed_by_id,
        "proposed_at": _iso(version.proposed_at),
        "approved_by": version.approved_by_id,
        "approved_at": _iso(version.approved_at),
        "emergency_reason": version.emergency_reason,
    }


def take_turn(now: datetime) -> None:
    """One change of the law after the other: whoever holds entry 0 is the only one to append.

    A verb that changes the law begins with it: it comes first in the order of locks (locking.py).

    PostgreSQL locks the row; SQLite's transaction is IMMEDIATE and already has the write lock.
    """
    chain = NoticeManifest.objects
    if not chain.filter(number=GENESIS).exists():
        first = _entry("The manifest begins", (), load_atlas(), now)
        first.number, first.previous_hash = GENESIS, NO_HASH
        chain.get_or_create(
            number=GENESIS,
            defaults={
                "happened_at": now, "cause": first.cause, "content": first.content,
                "atlas": first.atlas, "previous_hash": NO_HASH, "entry_hash": hash_of(first),
            },
        )  # fmt: skip
    chain.select_for_update().get(number=GENESIS)


def _entry(cause: str, rules: Sequence[Rule], atlas: Atlas, now: datetime) -> NoticeManifest:
    versions = NoticeVersion.objects.filter(pk__in=[rule.version_id for rule in rules])
    approvals = [approval_as_data(version) for version in versions.order_by("pk")]
    return NoticeManifest(
        happened_at=now,
        cause=cause[:LONGEST_CAUSE],
        content=law_as_data(rules, editions(), atlas, now) | {"approvals": approvals},
        atlas=_atlas_edition(atlas_as_data(atlas)),
    )


def _atlas_edition(content: Content) -> AtlasEdition:
    edition, _new = AtlasEdition.objects.defer("content").get_or_create(
        content_hash=content_hash(content), defaults={"content": content}
    )
    return edition


def _sealed(entry: NoticeManifest) -> NoticeManifest:
    entry.entry_hash = hash_of(entry)
    entry.save()
    return entry


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
