"""How many stories a day has for a reader here: what is withheld is not counted either."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from articles.front.lists import on_air_in
from articles.legal.facets import Facets
from articles.legal.rules import Rule
from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.models.service import LanguageService
from articles.pages.reader import Reader
from articles.vocabularies import TargetDimension

Span = tuple[date, date]
# What the law asks of a story.
LIGHT = ("service_id", "section_id", "translation_key", "local_day", "card")
# More days than any newsroom has been on air.
MOST_DAYS = 40_000


def stories_by_day(
    service: LanguageService, reader: Reader, span: Span | None = None
) -> dict[date, int]:
    """Days with stories that may be read here; one query more where orders are in force."""
    if reader.law.withholds(reader.place, Facets(service.slug, service.language)):
        return {}
    stories = on_air_in(service).filter(local_day__isnull=False)
    if span:
        stories = stories.filter(local_day__gte=span[0], local_day__lt=span[1])
    found = stories.order_by("local_day").values_list("local_day").annotate(count=Count("pk"))
    counts = dict(found[:MOST_DAYS])
    for row in withheld(stories, reader):
        counts[row.local_day] -= 1
    return {day: count for day, count in counts.items() if count > 0}


def withheld(stories: PublishedStoryQuerySet, reader: Reader) -> list[PublishedStory]:
    """The stories that some order names and that may not be read here."""
    named = Q()
    for rule in reader.law.orders(reader.place):
        named |= _named_by(rule)
    if not named:
        return []
    rows = stories.filter(pk__in=stories.filter(named).values("pk")).only(*LIGHT)
    return [row for row in rows if not reader.may_read(row)]


def _named_by(rule: Rule) -> Q:
    """Whether the order really holds for them is asked of the law, of each."""
    stories = rule.target(TargetDimension.STORY).include
    if stories:
        keys = {value for value in stories if value.isdigit()}
        groups = {group for value in stories - keys if (group := _uuid(value))}
        return Q(pk__in=keys) | Q(translation_key__in=groups)
    if topics := rule.target(TargetDimension.TOPIC).include:
        return Q(topics__slug__in=topics)
    return Q(section__slug__in=rule.target(TargetDimension.SECTION).include)


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
