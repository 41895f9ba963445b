"""Which stories a list holds, and under whose name: the choices before a page is built."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from django.db.models import BigIntegerField
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

from articles.models.published import PublishedStory
from articles.pages.fronts import PAGE_SIZE, leading_of
from articles.pages.reader import Reader

# How far one looks for a story that may be read, where a whole service may be withheld.
LOOK_AT = 300
LOOKS = 10
Key = tuple[datetime, int]


def page_key(request: HttpRequest) -> Key | None:
    """The declared parameter ``before=<iso time>_<id>``; nonsense is as good as absent."""
    return cursor(request.GET.get("before", ""))


def cursor(said: str) -> Key | None:
    moment, _under, number = said.partition("_")
    try:
        when, story_id = parse_datetime(moment), int(number)
        if when is None or when.tzinfo is None or story_id > BigIntegerField.MAX_BIGINT:
            return None
        return when.astimezone(UTC), max(story_id, 0)
    except (ValueError, OverflowError):
        return None


def normal_cursor(said: str) -> str:
    """As the pages' own links write it; empty for nonsense."""
    found = cursor(said)
    return f"{found[0].isoformat()}_{found[1]}" if found else ""


class Stories(Protocol):
    """A list that is read a page at a time, each by the key of the row before it."""

    def page(self, key: Key | None, many: int) -> list[PublishedStory]: ...


def readable(
    stories: Stories,
    reader: Reader,
    key: Key | None = None,
    *,
    may_stand: Callable[[PublishedStory], bool] | None = None,
) -> list[PublishedStory]:
    """The newest (after ``key``) that may be read here: a page of them, and one more where there
    are more.

    What is withheld leaves no gap, and is not the key of the page after: its time and number
    would stand in that address. One query wherever nothing of the page is withheld.
    """
    may_stand = may_stand or reader.may_read
    found: list[PublishedStory] = []
    asked = PAGE_SIZE + 1
    for _look in range(LOOKS):
        rows = stories.page(key, asked)
        found += filter(may_stand, rows)
        if len(found) > PAGE_SIZE or len(rows) < asked:
            break
        key, asked = (rows[-1].published_at, rows[-1].pk), LOOK_AT
    return found[: PAGE_SIZE + 1]


def leaders(reader: Reader) -> list[PublishedStory]:
    """Each service's leading story; beside one that is withheld here stands its front's."""
    found = list(PublishedStory.objects.leader_of_each_service(reader.now))
    rows = [row for row in found if reader.may_read(row)]
    for row in found:
        if not reader.may_read(row):
            others = PublishedStory.objects.cards().filter(service_id=row.service_id)
            if shown := readable(others, reader)[:PAGE_SIZE]:
                rows.append(leading_of(shown, reader))
    return rows
