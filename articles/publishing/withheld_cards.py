"""A card carries a headline to where no law is asked: a file has no zone.

So a story that some order withholds somewhere, now or from a later day on, has no card at all: its
words stay behind its address, which answers 451 there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from articles.legal.facets import Facets, concerns
from articles.legal.rules import Rule, load_rules
from articles.models import PublishedStory
from articles.vocabularies import NoticeKind, TargetDimension

LONGEST_ID = 18


def orders_known(now: datetime) -> tuple[Rule, ...]:
    """Those that are in force and those that will be; one query."""
    return tuple(rule for rule in load_rules(now) if rule.kind == NoticeKind.WITHHELD)


def is_withheld_somewhere(row: PublishedStory, orders: Sequence[Rule]) -> bool:
    facets = Facets(
        service=row.service.slug,
        language=row.service.language,
        topics=frozenset(row.card.get("topics", ())),
        section=row.section.slug if row.section else "",
        stories=frozenset((str(row.pk), str(row.translation_key))),
    )
    return any(concerns(order, facets) for order in orders)


def may_concern(order: Rule) -> Q:
    """At least what it concerns: exceptions are looked at one by one."""
    fields = {
        TargetDimension.SERVICE: "service__slug__in",
        TargetDimension.LANGUAGE: "service__language__in",
        TargetDimension.SECTION: "section__slug__in",
        TargetDimension.TOPIC: "topics__slug__in",
    }
    found = Q()
    for dimension, field in fields.items():
        if values := order.target(dimension.value).include:
            found &= Q(**{field: values})
    if stories := order.target(TargetDimension.STORY.value).include:
        found &= _called(stories)
    return found


def _called(names: frozenset[str]) -> Q:
    """By id, or by the key that language versions share; what is neither concerns nothing."""
    ids = {name for name in names if name.isdecimal() and len(name) <= LONGEST_ID}
    return Q(pk__in=ids) | Q(translation_key__in=set(filter(None, map(_key, names - ids))))


def _key(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None
