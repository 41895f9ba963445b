"""The lists that a story on air stands in: topics, authors, days, and what search finds; and the
stories that its text points at.

Part of putting it on air and of taking it off, in the same transaction.
"""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterable
from datetime import date, datetime

from articles.models import (
    LanguageService,
    PublishedContributor,
    PublishedPointer,
    PublishedStory,
    PublishedTopic,
)
from articles.search import indexing
from articles.text.pointers import stories_pointed_at


def local_day(published_at: datetime, service: LanguageService) -> date:
    """The day of a publication for the readers of ``service``."""
    return published_at.astimezone(zoneinfo.ZoneInfo(service.time_zone)).date()


def enter_lists(on_air: PublishedStory, topics: Iterable[int], contributors: Iterable[int]) -> None:
    """Of a row that stands in none; service and time of the entries are those of the story."""
    key = {
        "on_air": on_air,
        "service_id": on_air.service_id,
        "published_at": on_air.published_at,
    }
    PublishedTopic.objects.bulk_create(PublishedTopic(topic_id=pk, **key) for pk in topics)
    PublishedContributor.objects.bulk_create(
        PublishedContributor(contributor_id=pk, **key) for pk in contributors
    )
    PublishedPointer.objects.bulk_create(
        PublishedPointer(on_air=on_air, story_id=number)
        for number in stories_pointed_at(on_air.document["segments"])
    )
    indexing.index(on_air)


def leave_lists(on_air: PublishedStory) -> None:
    on_air.topics.clear()
    on_air.contributors.clear()
    on_air.pointers.all().delete()
    indexing.forget(on_air)
