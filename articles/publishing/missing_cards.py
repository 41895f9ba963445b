"""Which stories on air may get a share card that they lack.

Those from before there were cards; what no font could set, once the fonts are others; what an order
withheld, once the orders are others. A refusal says by what (``share_card_refused``), so that none
is repeated: a look at what was refused by these fonts and these orders finds nothing, in an index.

Machines may have different fonts, for good. What a second one refuses, too, says when that was and
rests for a day: they would else take it from each other in every round.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from django.db.models import Q, Subquery
from django.db.models.functions import Coalesce

from articles.imaging.cards.fonts import fonts_known
from articles.legal.rules import Rule
from articles.models import PublishedStory
from articles.models.published import PublishedStoryQuerySet
from articles.publishing.card_plan import DESIGN
from articles.publishing.withheld_cards import is_withheld_somewhere

FEW, AT_ONCE = 10, 100
RESTS_FOR = timedelta(days=1)
# In the order of the index: what was never looked at, then "fonts", "orders", and "tried".
FONTS, ORDERS, TRIED = "fonts", "orders", "tried"


def missing_cards(orders: Sequence[Rule], now: datetime) -> list[PublishedStory]:
    """Some of them, the newest first: a few, as one card is drawn a round, and many only where
    orders withhold all of the few. Who is withheld somewhere is told apart at once.
    """
    for most in (FEW, AT_ONCE):
        found = _newest(orders, now, most)
        withheld = {row.pk for row in found if is_withheld_somewhere(row, orders)}
        if withheld:
            _lacking().filter(pk__in=withheld).update(share_card_refused=by_orders(orders))
        if len(withheld) < len(found) or not found:
            break
    return [row for row in found if row.pk not in withheld]


def by_orders(orders: Sequence[Rule]) -> str:
    """What a story is refused by that some of these withhold."""
    return f"{ORDERS} {_digest(sorted(order.version_id for order in orders))}"


def by_fonts() -> str:
    """What a story is refused by whose words this machine cannot set."""
    return f"{FONTS} {_fonts_here()}"


def by_fonts_here_too(before: str, now: datetime) -> str:
    """As ``by_fonts``; with the hour, where those of another machine refused it ``before``."""
    elsewhere = before.startswith((FONTS, TRIED)) and not before.endswith(_fonts_here())
    return f"{_tried(now)} {_fonts_here()}" if elsewhere else by_fonts()


def _tried(moment: datetime) -> str:
    return f"{TRIED} {moment.astimezone(UTC):%Y%m%d%H}"


def _fonts_here() -> str:
    return _digest([DESIGN, *fonts_known()])


def _digest(known: Sequence[object]) -> str:
    return hashlib.blake2b(repr(list(known)).encode(), digest_size=8).hexdigest()


def _lacking() -> PublishedStoryQuerySet:
    return PublishedStory.objects.cards().filter(share_card="", share_card_due_at=None)


def _newest(orders: Sequence[Rule], now: datetime, most: int) -> list[PublishedStory]:
    """Of those that were refused by the same; two queries, and one where none is missing."""
    refused = _refused_by(orders, now)
    if refused is None:
        return []
    rows = _lacking().select_related("service", "section").filter(share_card_refused=refused)
    return list(rows.order_by("-published_at", "-story_id")[:most])


def _refused_by(orders: Sequence[Rule], now: datetime) -> str | None:
    """What the first that may get a card was refused by; empty: it was never looked at.

    From the ranges of the index around what refuses now, which may be all of an archive. Range by
    range: asked for all of them at once, a database walks through the archive.
    """
    fonts, law = by_fonts(), by_orders(orders)
    ranges = (
        Q(share_card_refused=""),
        Q(share_card_refused__gt="", share_card_refused__lt=fonts),
        Q(share_card_refused__gt=fonts, share_card_refused__lt=law),
        Q(share_card_refused__gt=law, share_card_refused__lt=_tried(now - RESTS_FOR)),
    )
    first = PublishedStory.objects.filter(pk=Coalesce(*map(_first_in, ranges)))
    return first.values_list("share_card_refused", flat=True).first()


def _first_in(refused: Q) -> Subquery:
    order = "share_card_refused", "-published_at", "-story_id"
    return Subquery(_lacking().filter(refused).order_by(*order).values("pk")[:1])
