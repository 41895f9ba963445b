"""Which share card a story on air has: what it is made from, when one is due, and which must go.

The card is no part of a version: it says again what the page says. A headline, a photo or rights
that change leave the story without one, and its page with the bare photo, until the worker has made
the next (complete_cards.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from articles.models import PublishedStory, ShareCard, Story
from articles.publishing.actors import SYSTEM
from articles.publishing.card_plan import plan_for
from articles.publishing.file_ages import KEPT_FOR
from articles.publishing.photo_files import withdraw_files
from articles.publishing.record import log
from articles.publishing.withheld_cards import is_withheld_somewhere, orders_known
from articles.vocabularies import Verb


def note_card(on_air: PublishedStory, *, now: datetime) -> None:
    """After every change of the public row, under its story's lock, before the verb's ledger entry.

    The worker looks at it in any case: an order that reaches the story only since this change may
    be approved at the same moment.
    """
    if is_withheld_somewhere(on_air, orders_known(now)):
        withdraw_cards(on_air, now=now)
        return
    basis = plan_for(on_air, now).basis
    cards = list(ShareCard.objects.filter(story=on_air.story_id))
    mine = next((card for card in cards if card.basis == basis), None)
    for card in cards:
        was, card.replaced_at = card.replaced_at, None if card is mine else card.replaced_at or now
        if card.replaced_at != was:
            card.save(update_fields=["replaced_at"])
    set_card(on_air, mine.file if mine else "", now)


def withdraw_cards(on_air: PublishedStory, *, now: datetime) -> None:
    """An order known now reaches the story: no word of it is in a file any more."""
    names = drop_cards(on_air.story)
    set_card(on_air, "", now)
    if names:
        log(
            Verb.CHANGE, on_air.story, actor=SYSTEM, now=now, service=on_air.service,
            reason="It is withheld somewhere: it has no share card", files=names,
        )  # fmt: skip
        withdraw_files(names, now=now)


def set_card(on_air: PublishedStory, file: str, due_at: datetime | None, refused: str = "") -> None:
    on_air.share_card, on_air.share_card_due_at = file, due_at
    on_air.share_card_refused = refused
    on_air.save(update_fields=["share_card", "share_card_due_at", "share_card_refused"])


def drop_cards(story: Story) -> list[str]:
    """Forget all cards of ``story``; returns the files that have to go (``withdraw_files``)."""
    return _drop(story, story.share_cards.all())


def drop_replaced_cards(story: Story) -> list[str]:
    """As ``drop_cards``, of those that stay for a day: what they show may not be seen any more."""
    return _drop(story, story.share_cards.filter(replaced_at__isnull=False))


def drop_other_cards(story: Story, basis: str) -> list[str]:
    """As ``drop_cards``, of what would be the story's card, but is not as it has to be."""
    return _drop(story, story.share_cards.filter(replaced_at=None).exclude(basis=basis))


def forget_replaced(now: datetime) -> None:
    """After their day; the files go when their folder is looked through."""
    ShareCard.objects.filter(replaced_at__lt=now - KEPT_FOR).delete()


def _drop(story: Story, cards: Iterable[ShareCard]) -> list[str]:
    gone = list(cards)
    story.share_cards.filter(pk__in=[card.pk for card in gone]).delete()
    return sorted(card.file for card in gone)
