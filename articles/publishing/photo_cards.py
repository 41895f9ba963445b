"""Share cards that show a photo, replaced ones as well: they go when the photo may not be seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from articles.models import Photo, PublishedStory, ShareCard
from articles.publishing.rights import may_show


def drop_cards_with(photo: Photo, *, now: datetime) -> list[str]:
    """Returns the files that have to go; call inside the verb's transaction, under its locks."""
    return _drop(list(photo.share_cards.all()), now)


def drop_cards_without_rights(photo: Photo, *, now: datetime) -> list[str]:
    """As ``drop_cards_with``, of those whose readers may not see ``photo`` any more."""
    return _drop(cards_without_rights(photo, now), now)


def cards_without_rights(photo: Photo, now: datetime) -> list[ShareCard]:
    cards = photo.share_cards.select_related("story__service")
    return [card for card in cards if not may_show(photo, card.story.service, now)]


def _drop(cards: Sequence[ShareCard], now: datetime) -> list[str]:
    names = sorted(card.file for card in cards)
    on_air = PublishedStory.objects.filter(share_card__in=names)
    on_air.update(share_card="", share_card_due_at=now)
    ShareCard.objects.filter(pk__in=[card.pk for card in cards]).delete()
    return names
