"""Fronts on air follow what happens to their stories and pictures, without an editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from articles.caching import ledger, tags
from articles.models import Front, FrontPhoto, Placement, PublishedFront, Story
from articles.publishing.front_document import build_front
from articles.publishing.front_record import lock_fronts, tags_of_front
from articles.publishing.front_slots import Slot, content_of, slots_of
from articles.publishing.put_front_on_air import show


def renew_fronts(photos: Iterable[int], *, now: datetime, hard: bool = False) -> list[int]:
    """What is on air is built anew where one of ``photos`` was chosen for a card.

    The caller holds the photos' locks and has not written the ledger yet. Returns the fronts.
    """
    ids = FrontPhoto.objects.filter(photo__in=set(photos)).values_list("on_air_id", flat=True)
    fronts = lock_fronts(ids)
    for front in fronts:
        _build_again(front, now)
    if fronts:
        touched = set[str]().union(*(tags_of_front(front) for front in fronts))
        ledger.write(touched, now=now, hard=hard)
    return [front.pk for front in fronts]


def leave_fronts(story: Story, *, now: datetime, for_good: bool) -> set[str]:
    """No front on air holds anything of ``story``: no card, no other headline, no link.

    ``for_good``: no draft either. The caller holds the story's lock and writes the tags returned.
    All fronts of the service are locked: none goes on air with it just now.
    """
    fronts = lock_fronts(Front.objects.filter(service=story.service).values_list("pk", flat=True))
    placed = Placement.objects.filter(story=story).values_list("on_air_id", flat=True)
    shown = set(placed)
    touched: set[str] = set()
    for front in fronts:
        if for_good:
            _forget(front, story.pk)
        if front.pk in shown:
            _build_again(front, now, without=story.pk)
            touched |= tags_of_front(front) | {tags.WORLD}
    return touched


def renew_cards_of(story: Story, *, now: datetime) -> set[str]:
    """After what was said of ``story`` in other words was changed in what is on air."""
    placed = Placement.objects.filter(story=story).values_list("on_air_id", flat=True)
    fronts = lock_fronts(placed)
    for front in fronts:
        _build_again(front, now)
    return set[str]().union(*(tags_of_front(front) for front in fronts), {tags.WORLD})


def _build_again(front: Front, now: datetime, *, without: int = 0) -> None:
    on_air = PublishedFront.objects.select_related("version").get(front=front)
    slots = _without(slots_of(on_air.version.content), without)
    page = build_front(slots, front.service, at=now)
    show(front, on_air.version, page, renewed_at=on_air.renewed_at)


def _forget(front: Front, story_id: int) -> None:
    """Whoever is arranging it has the old count of edits, and is told."""
    draft = content_of(_without(slots_of(front.draft), story_id))
    if draft != front.draft:
        front.draft, front.edits = draft, front.edits + 1
        front.save(update_fields=["draft", "edits"])


def _without(slots: Iterable[Slot], story_id: int) -> list[Slot]:
    return [
        replace(slot, also=tuple(one for one in slot.also if one != story_id))
        for slot in slots
        if slot.story != story_id
    ]
