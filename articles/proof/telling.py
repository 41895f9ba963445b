"""An answer in plain words for a terminal, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from articles.legal.zones import UNKNOWN_PLACE
from articles.proof.answer import WITHHELD, Answer, Evidence
from articles.proof.inspection import Inspection

STATES = {
    200: "The story was on air",
    404: "The story was not on air: its address answered “not found” (404)",
    410: "The story had been killed: its address answered “withdrawn” (410)",
    WITHHELD: "The story was WITHHELD: its address answered 451",
}


def in_words(answer: Answer) -> str:
    lines = [*_asked(answer), "", *_state(answer), ""]
    for evidence in answer.evidence:
        lines += [*_notice(evidence), ""]
    return "\n".join([*lines, *_record(answer)])


def as_data(answer: Answer) -> dict[str, Any]:
    story, entry = answer.story, answer.entry
    version = story.version if story else None
    return {
        "region": answer.place.region or UNKNOWN_PLACE,
        "also": answer.also and (answer.also.region or UNKNOWN_PLACE),
        "service": answer.edition.slug,
        "at": answer.at.isoformat(),
        "as_approved_now": answer.is_future,
        "story": story and {
            "id": story.story.pk,
            "status": answer.status,
            "version": version and version.number,
            "content_hash": version and version.content_hash,
        },
        "withheld": answer.is_withheld,
        "effects": list(answer.effects),
        "notices": [_notice_data(evidence) for evidence in answer.evidence],
        "manifest": entry and {
            "number": entry.number,
            "happened_at": entry.happened_at.isoformat(),
            "cause": entry.cause,
            "hash": entry.entry_hash,
        },
    }  # fmt: skip


def state_of(answer: Answer) -> str:
    """One sentence: what the address answered, and with which version of the story."""
    if answer.story is None:
        withheld = " Every story of the service was withheld." if answer.is_withheld else ""
        return f"All pages of the service.{withheld}"
    version = answer.story.version
    which = f" with its version {version.number}." if version and answer.status == 200 else "."
    return STATES[answer.status] + which


def written(moment: datetime) -> str:
    """To the minute, or to the second where there are some."""
    moment = moment.astimezone(UTC)
    precise = "%Y-%m-%d %H:%M:%S UTC" if moment.second else "%Y-%m-%d %H:%M UTC"
    return moment.strftime(precise)


def how_approved(evidence: Evidence) -> str:
    version = evidence.version
    if not version.emergency_reason:
        return "approved by two people"
    review = f"reviewed by {evidence.reviewed_by}" if evidence.reviewed_by else "not yet reviewed"
    return f"EMERGENCY, approved by one person: {version.emergency_reason} ({review})"


def summary(inspection: Inspection) -> str:
    """One line for a whole check."""
    found = counted(inspection.findings, "finding") if inspection.findings else "nothing missing"
    pages, zones = counted(inspection.pages, "page"), counted(len(inspection.zones), "zone")
    return f"{pages} in {zones}: {found}"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _asked(answer: Answer) -> Iterator[str]:
    also = f", who said to be in {answer.also.region or 'no place'}" if answer.also else ""
    where = answer.place.region or "an unknown place"
    yield f"A reader in {where}{also}, service “{answer.edition.slug}”, {written(answer.at)}"
    if answer.story:
        yield f"Story {answer.story.story.pk}: {answer.story.headline or '(not on air)'}"
    if answer.is_future:
        yield "This moment is still to come: the answer is what is approved now."


def _state(answer: Answer) -> Iterator[str]:
    yield state_of(answer)
    if answer.entry is None:
        yield "According to the manifest no notice was in force: it begins later."
    else:
        yield f"{counted(len(answer.evidence), 'notice')} applied{':' if answer.evidence else '.'}"
    if answer.effects:
        yield f"Effects: {', '.join(answer.effects)}"


def _notice(evidence: Evidence) -> Iterator[str]:
    rule, version = evidence.shown.rule, evidence.version
    until = f", until {written(rule.ends_at)}" if rule.ends_at else ""
    yield f"{rule.slug}, version {rule.number} ({rule.kind})"
    rows = {
        "hash": rule.content_hash,
        "placed at": ", ".join(rule.placements),
        "text": f"“{evidence.text.title}” ({evidence.text.language})",
        "effects": ", ".join(sorted(rule.effects)) or "none",
        "since": f"{written(evidence.since)}{until}",
        "proposed by": f"{evidence.proposed_by}, {written(version.proposed_at)}",
        "approved by": f"{evidence.approved_by}, {_maybe(version.approved_at)}",
        "approval": how_approved(evidence),
    }
    for name, value in rows.items():
        yield f"    {name:<12} {value}"


def _record(answer: Answer) -> Iterator[str]:
    entry = answer.entry
    if entry is None:
        yield "There is no manifest entry from that time or before."
        return
    yield f"Rests on manifest entry {entry.number} of {written(entry.happened_at)}: {entry.cause}"
    yield f"    hash         {entry.entry_hash}"


def _maybe(moment: datetime | None) -> str:
    return written(moment) if moment else ""


def _notice_data(evidence: Evidence) -> dict[str, Any]:
    rule, version = evidence.shown.rule, evidence.version
    return {
        "slug": rule.slug,
        "version": rule.number,
        "content_hash": rule.content_hash,
        "kind": rule.kind,
        "placements": list(rule.placements),
        "prominent": evidence.shown.is_prominent,
        "language": evidence.text.language,
        "title": evidence.text.title,
        "body": evidence.text.body,
        "effects": sorted(rule.effects),
        "since": evidence.since.isoformat(),
        "until": rule.ends_at and rule.ends_at.isoformat(),
        "proposed_by": evidence.proposed_by,
        "proposed_at": version.proposed_at.isoformat(),
        "approved_by": evidence.approved_by,
        "approved_at": version.approved_at and version.approved_at.isoformat(),
        "emergency": bool(version.emergency_reason),
        "emergency_reason": version.emergency_reason,
        "reviewed_by": evidence.reviewed_by,
    }
