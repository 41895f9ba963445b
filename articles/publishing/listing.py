"""The lists that a story on air stands in: topics, authors, days, and what search finds.

Part of putting it on air and of taking it off, in the same transaction.
"""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterable
from datetime import date, datetime

from articles.models import LanguageService, PublishedContributor, PublishedStory, PublishedTopic
from articles.search import indexing


def local_day(published_at: datetime, service: LanguageService) -> date:
    """The day of a publication for the readers of ``service``."""
    return published_at.astimezone(zoneinfo.ZoneInfo(service.time_zone)).date()


def enter_lists(on_air: PublishedStory, topics: Iterable[int], contributors: Iterable[int]) -> None:
    """Anew, since service and time of a row are those of the story."""
    leave_lists(on_air)
    key = {
        "on_air": on_air,
        "service_id": on_air.service_id,
        "published_at": on_air.published_at,
    }
    PublishedTopic.objects.bulk_create(PublishedTopic(topic_id=pk, **key) for pk in topics)
    PublishedContributor.objects.bulk_create(
        PublishedContributor(contributor_id=pk, **key) for pk in contributors
    )
    indexing.index(on_air)


def leave_lists(on_air: PublishedStory) -> None:
    on_air.topics.clear()
    on_air.contributors.clear()
    indexing.forget(on_air)
