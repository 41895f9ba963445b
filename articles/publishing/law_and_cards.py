"""A changed law and the share cards: what an order reaches has none from the approval on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from articles.legal.rules import Rule
from articles.models import PublishedStory, ShareCard
from articles.publishing.locking import lock_stories
from articles.publishing.photo_files import withdraw_files
from articles.publishing.withheld_cards import is_withheld_somewhere, may_concern, orders_known

AT_ONCE = 200
HAVING_CARDS = Q(Exists(ShareCard.objects.filter(story=OuterRef("pk"))))


def obey_orders(now: datetime) -> list[str]:
    """Drop the cards, replaced ones as well, of all stories that some order reaches.

    Returns the files that have to go (``withdraw_in_parts``). It takes the locks of those stories,
    so before a verb's entry in the ledger; a card that is just being made is stored before, and
    goes, or its worker finds the order (complete_cards.py).
    """
    orders = orders_known(now)
    found = sorted({pk for order in orders for pk in _with_cards(order)})
    names = []
    for start in range(0, len(found), AT_ONCE):
        names += _drop(found[start : start + AT_ONCE], orders, now)
    return names


def withdraw_in_parts(names: Sequence[str], *, now: datetime) -> None:
    """An order against a service may concern thousands."""
    for start in range(0, len(names), AT_ONCE):
        withdraw_files(names[start : start + AT_ONCE], now=now)


@transaction.atomic
def obey_once_more(now: datetime) -> None:
    """After the commit: what was published, and looked at, between our look and our commit."""
    withdraw_in_parts(obey_orders(now), now=now)


def _with_cards(order: Rule) -> list[int]:
    """At least those that the order reaches and that have a card, or may be getting one."""
    reached = PublishedStory.objects.filter(may_concern(order)).values("pk")
    rows = PublishedStory.objects.on_air().filter(pk__in=reached)
    found = rows.filter(HAVING_CARDS | Q(share_card_due_at__isnull=False))
    return list(found.values_list("pk", flat=True))


def _drop(keys: Sequence[int], orders: Sequence[Rule], now: datetime) -> list[str]:
    lock_stories(keys)
    rows = PublishedStory.objects.cards().filter(HAVING_CARDS, pk__in=keys)
    fresh = rows.select_related("service", "section")
    reached = [row.pk for row in fresh if is_withheld_somewhere(row, orders)]
    cards = ShareCard.objects.filter(story__in=reached)
    names = sorted(cards.values_list("file", flat=True))
    cards.delete()
    PublishedStory.objects.filter(pk__in=reached).update(share_card="", share_card_due_at=now)
    return names
