"""What was asked, in words, made sure: a region, a service, a story and a time that there are."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils.dateparse import parse_datetime

from articles.legal.atlas import UNKNOWN, Atlas, Place
from articles.legal.schedule import Edition
from articles.legal.zones import UNKNOWN_PLACE
from articles.models import Story
from articles.proof.refusals import BadQuestion
from articles.vocabularies import RegionKind

EXAMPLE = "2026-03-03T10:00Z"
LARGEST_ID = 2**63 - 1


def moment_of(text: str) -> datetime:
    """A time with its zone: without one nobody could say which minute is meant."""
    try:
        moment = parse_datetime(text.strip())
    except ValueError as error:
        raise BadQuestion(f"“{text}” is not a time: {error}. Write it as {EXAMPLE}.") from error
    if moment is None:
        raise BadQuestion(f"“{text}” is not a time. Write it as {EXAMPLE}.")
    if moment.tzinfo is None:
        raise BadQuestion(
            f"“{text}” has no time zone. Write Z for UTC, or an offset: {EXAMPLE}, "
            "2026-03-03T15:00+05:00."
        )
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise BadQuestion(f"“{text}” is beyond all calendars.") from error


def place_called(code: str, atlas: Atlas) -> Place:
    """One country or subdivision by its code, or the place that is unknown."""
    code = code.strip()
    if code.casefold() == UNKNOWN_PLACE:
        return UNKNOWN
    kind = atlas.kinds.get(code.upper())
    if kind in {RegionKind.COUNTRY, RegionKind.SUBDIVISION}:
        return Place(code.upper())
    if kind == RegionKind.GROUP:
        raise BadQuestion(
            f"“{code}” is a group of regions, and a reader is in one place: name a country or a "
            "subdivision of it."
        )
    raise BadQuestion(
        f"The atlas of that time has no region “{code}”. Regions are written as RU, as UA-43, or "
        f"as “{UNKNOWN_PLACE}”."
    )


def edition_called(slug: str, editions: dict[str, Edition]) -> Edition:
    slug = slug.strip()
    if slug in editions:
        return editions[slug]
    known = ", ".join(sorted(editions)) or "none"
    raise BadQuestion(f"There was no service “{slug}” at that time. There were: {known}.")


def story_called(number: str | int, edition: Edition) -> Story:
    text = str(number).strip()
    if not (text.isascii() and text.isdecimal()):
        raise BadQuestion(f"“{number}” is not the number of a story: it is the one in its address.")
    found = Story.objects.select_related("service")
    story = found.filter(pk=int(text)).first() if int(text) <= LARGEST_ID else None
    if story is None:
        raise BadQuestion(f"There is no story {text}.")
    if story.service_id != edition.service_id:
        raise BadQuestion(
            f"Story {text} belongs to {story.service} ({story.service.slug}), not to the service "
            f"“{edition.slug}”."
        )
    return story
