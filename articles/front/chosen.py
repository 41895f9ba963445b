"""What a reader chose besides words: a period, a section, a topic of the service."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q

from articles.models.listed import ListedQuerySet
from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.models.search_entry import SearchEntry
from articles.models.service import LanguageService
from articles.models.topic import Topic
from articles.pages.addresses import Key
from articles.pages.search import Question
from articles.search.newest import Among
from articles.vocabularies import PubStatus

# Where an entry's time and number stand in each of the three indexes that have the newest first.
OF_SERVICE = ("published_at", "on_air_id")
OF_SECTION = ("on_air__published_at", "on_air__story_id")
OF_TOPIC = ("on_air__publishedtopic__published_at", "on_air__publishedtopic__on_air_id")


def chosen(service: LanguageService, question: Question, key: Key | None = None) -> Among:
    """With a ``key``, of those after it."""
    when = Q(service_id=service.pk) & _when(OF_SERVICE, service, question, key)
    unlisted, by_time = SearchEntry.objects.filter(when), _by_time(service, question, key)
    if not (question.section or question.topic):
        return Among(unlisted, by_time, unlisted)
    stories = _listed(question)
    return Among(unlisted.filter(on_air__in=stories), by_time, unlisted, stories)


def _listed(question: Question) -> PublishedStoryQuerySet:
    stories = PublishedStory.objects.all()
    if question.section:
        stories = stories.filter(section_id=question.section.pk)
    if question.topic:
        stories = stories.filter(topics__slug=question.topic)
    return stories


def _by_time(service: LanguageService, question: Question, key: Key | None) -> ListedQuerySet:
    """The topic's own list where there is one, else the section's, else the service's."""
    columns, here = OF_SERVICE, Q(service_id=service.pk)
    if question.section:
        columns = OF_SECTION
        here = Q(on_air__section_id=question.section.pk, on_air__pub_status=PubStatus.USABLE)
    if question.topic:
        columns, topic = OF_TOPIC, Topic.objects.filter(slug=question.topic).values("pk")[:1]
        here &= Q(on_air__publishedtopic__topic=topic, on_air__publishedtopic__service=service.pk)
    rows = SearchEntry.objects.filter(here & _when(columns, service, question, key))
    return rows.order_by(*(f"-{column}" for column in columns))


def _when(
    columns: tuple[str, str], service: LanguageService, question: Question, key: Key | None
) -> Q:
    (at, number), zone, said = columns, zoneinfo.ZoneInfo(service.time_zone), Q()
    if question.since:
        said &= Q(**{f"{at}__gte": _midnight(question.since, zone)})
    if question.until and question.until < date.max:
        said &= Q(**{f"{at}__lt": _midnight(question.until + timedelta(days=1), zone)})
    if key:
        said &= Q(**{f"{at}__lt": key[0]}) | Q(**{at: key[0], f"{number}__lt": key[1]})
    return said


def _midnight(day: date, zone: zoneinfo.ZoneInfo) -> datetime:
    try:
        return datetime.combine(day, time(), zone).astimezone(UTC)
    except OverflowError:  # at either end of the calendar
        return datetime.combine(day, time(), UTC)
