"""Which stories on air may get a share card that they lack.

Those from before there were cards; what no font could set, once the fonts are others; what an order
withheld, once the orders are others. A refusal says by what (``share_card_refused``), so that none
is repeated: a look at what was refused by these fonts and these orders finds nothing, in an index.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.db.models import Q

from articles.imaging.cards.fonts import fonts_known
from articles.legal.rules import Rule
from articles.models import PublishedStory
from articles.models.published import PublishedStoryQuerySet
from articles.publishing.card_plan import DESIGN
from articles.publishing.withheld_cards import is_withheld_somewhere

AT_ONCE = 100


def missing_cards(orders: Sequence[Rule]) -> list[PublishedStory]:
    """Some of them, the newest first; who is withheld somewhere is told apart at once."""
    found = _never_looked_at() or _refused_before(orders)
    withheld = {row.pk for row in found if is_withheld_somewhere(row, orders)}
    if withheld:
        _lacking().filter(pk__in=withheld).update(share_card_refused=by_orders(orders))
    return [row for row in found if row.pk not in withheld]


def by_orders(orders: Sequence[Rule]) -> str:
    """What a story is refused by that some of these withhold."""
    return f"orders {_digest(sorted(order.version_id for order in orders))}"


def by_fonts() -> str:
    """What a story is refused by whose words this machine cannot set."""
    return f"fonts {_digest([DESIGN, *fonts_known()])}"


def _digest(known: Sequence[object]) -> str:
    return hashlib.blake2b(repr(list(known)).encode(), digest_size=8).hexdigest()


def _lacking() -> PublishedStoryQuerySet:
    return PublishedStory.objects.cards().filter(share_card="", share_card_due_at=None)


def _never_looked_at() -> list[PublishedStory]:
    return _newest(Q(share_card_refused=""))


def _refused_before(orders: Sequence[Rule]) -> list[PublishedStory]:
    """From the ranges of the index around what refuses now, which may be all of an archive.

    Range by range: asked for all of them at once, a database walks through the archive.
    """
    fonts, law = by_fonts(), by_orders(orders)
    ranges = (
        Q(share_card_refused__gt="", share_card_refused__lt=fonts),
        Q(share_card_refused__gt=fonts, share_card_refused__lt=law),
        Q(share_card_refused__gt=law),
    )
    return next(filter(None, map(_newest, ranges)), [])


def _newest(refused: Q) -> list[PublishedStory]:
    """In the order of the index: by what refused them, then the newest first."""
    rows = _lacking().select_related("service", "section", "story").filter(refused)
    return list(rows.order_by("share_card_refused", "-published_at", "-story_id")[:AT_ONCE])
