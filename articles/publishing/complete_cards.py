"""Complete share cards: what a row says is due is looked at, and made if it has to be.

As with photos (complete_photo.py), workers take a story by moving its due moment, and pixels are
made before the transaction. What the fonts of this machine cannot set gets no card: its page goes
on naming the bare photo, and nobody ever sees a box in place of a letter. Where nothing is due,
cards that are missing are made, one a round (missing_cards.py).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import Error, transaction
from django.utils.crypto import salted_hmac

from articles.caching import ledger, tags
from articles.imaging.cards.bidi import NoBidi
from articles.imaging.cards.drawing import share_card
from articles.imaging.cards.fonts import NoGlyph
from articles.imaging.files import RenderedFile
from articles.imaging.words import xmp_packet
from articles.legal.rules import Rule
from articles.models import PublishedStory, ShareCard, Story
from articles.models.photo import public_storage
from articles.publishing.card_plan import CardPlan, plan_for
from articles.publishing.locking import lock_story
from articles.publishing.missing_cards import by_fonts_here_too, by_orders, missing_cards
from articles.publishing.photo_files import withdraw_files
from articles.publishing.share_cards import drop_cards, drop_other_cards, set_card
from articles.publishing.withheld_cards import is_withheld_somewhere, orders_known

logger = logging.getLogger(__name__)
AT_ONCE = 100
TAKEN_FOR, RETRY = timedelta(minutes=2), timedelta(minutes=5)


def complete_cards(now: datetime) -> int:
    """Look at the stories that have waited longest, up to the first card that had to be drawn.

    Returns how many have another card than before, or none any more.
    """
    orders = orders_known(now)
    found = _due(now)
    return _look_at(found or missing_cards(orders, now), orders, now)


def _due(now: datetime) -> list[PublishedStory]:
    due = PublishedStory.objects.on_air().filter(share_card_due_at__lte=now)
    rows = due.select_related("service", "section").order_by("share_card_due_at", "pk")
    return list(rows[:AT_ONCE])


def _look_at(found: Iterable[PublishedStory], orders: Sequence[Rule], now: datetime) -> int:
    changed = 0
    for row in found:
        is_drawn, is_new = _look(row, orders, now)
        changed += is_new
        if is_drawn:
            break
    return changed


def _look(row: PublishedStory, orders: Sequence[Rule], now: datetime) -> tuple[bool, bool]:
    """Whether a card was drawn, and whether the story has another than before."""
    if not _take(row, now):
        return False, False
    try:
        if is_withheld_somewhere(row, orders):
            return False, _settle(row, None, None, now)
        plan = plan_for(row, now)
        if ShareCard.objects.filter(story=row.pk, basis=plan.basis).exists():
            return False, _settle(row, plan, None, now)
        made = drawn(plan)
        return made is not None, _settle(row, plan, made, now)
    except Error:
        raise
    except Exception:  # storages and files fail in a hundred ways
        logger.exception("story %s: no share card", row.pk)
        mine = PublishedStory.objects.filter(pk=row.pk, share_card_due_at=row.share_card_due_at)
        mine.update(share_card_due_at=now + RETRY)
        return False, False


def drawn(plan: CardPlan) -> RenderedFile | None:
    """None where a letter could not be set."""
    ground = None
    if plan.ground:
        with public_storage().open(plan.ground) as file:
            ground = file.read()
    try:
        return share_card(plan.words, ground, xmp_packet(plan.xmp))
    except (NoGlyph, NoBidi):
        return None


def _take(row: PublishedStory, now: datetime) -> bool:
    mine = PublishedStory.objects.filter(pk=row.pk, share_card_due_at=row.share_card_due_at)
    row.share_card_due_at = now + TAKEN_FOR
    return bool(mine.update(share_card_due_at=row.share_card_due_at))


@transaction.atomic
def _settle(
    seen: PublishedStory, plan: CardPlan | None, made: RenderedFile | None, now: datetime
) -> bool:
    """``plan``'s card is the story's, the one just ``made`` or one that is there; others go.

    Nothing where the story was changed, withdrawn or killed meanwhile: it is due, or done for.
    The orders are asked once more: who approves one waits for the lock, or had it before.
    """
    story = lock_story(Story(pk=seen.pk))
    mine = PublishedStory.objects.on_air().select_for_update(of=("self",), no_key=True)
    due = mine.filter(pk=story.pk, share_card_due_at=seen.share_card_due_at)
    row = due.select_related("service", "section").first()
    if row is None or (plan and plan_for(row, now).basis != plan.basis):
        return False
    orders = orders_known(now)
    if plan and is_withheld_somewhere(row, orders):
        plan = None
    names = drop_other_cards(story, plan.basis) if plan else drop_cards(story)
    file = _kept(story, plan, made, now) if plan else ""
    is_new = row.share_card != file
    refused = by_fonts_here_too(row.share_card_refused, now) if plan else by_orders(orders)
    set_card(row, file, plan.renew_at if plan else None, "" if file else refused)
    if is_new:
        ledger.write({tags.story(row.pk)}, now=now)
    withdraw_files(names, now=now)
    return is_new


def _kept(story: Story, plan: CardPlan, made: RenderedFile | None, now: datetime) -> str:
    """The name of the card as planned; empty where there is none."""
    mine = ShareCard.objects.filter(story=story, basis=plan.basis)
    if made and not mine.exists():
        file = _stored(story, made)
        ShareCard.objects.create(
            story=story, photo=plan.photo, basis=plan.basis, file=file, made_at=now
        )
    mine.update(replaced_at=None)
    return mine.values_list("file", flat=True).first() or ""


def _stored(story: Story, made: RenderedFile) -> str:
    """Named by its content and its story: nobody who knows a headline can guess the address."""
    digest = salted_hmac("share card", f"{story.pk} {made.digest}", algorithm="sha256").hexdigest()
    name = f"{digest[:2]}/{digest[2:18]}{made.extension}"
    storage = public_storage()
    return name if storage.exists(name) else storage.save(name, ContentFile(made.body))
