"""A story as it stands in a list."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime

from django.utils.translation import get_language, gettext, override

from articles.models.published import PublishedStory
from articles.pages.addresses import story_path
from articles.pages.figure import Photo, figure_of
from articles.pages.moments import moment_of
from articles.pages.placing import Placed
from articles.pages.reader import Reader
from articles.pages.shapes import Card, Figure, Link
from articles.pages.spots import CUTS, RATIOS, Spot
from articles.vocabularies import StoryType

# Told apart in words; a plain report needs none.
LABELS = {
    StoryType.ANALYSIS.value: "Analysis",
    StoryType.OPINION.value: "Opinion",
    StoryType.INTERVIEW.value: "Interview",
    StoryType.EXPLAINER.value: "Explainer",
    StoryType.LIVE.value: "Live",
    StoryType.PHOTO_ESSAY.value: "Photo essay",
    StoryType.VIDEO.value: "Video",
}


def label_of(story_type: str) -> str:
    message = LABELS.get(story_type)
    return gettext(message) if message else ""


def label_for(row: PublishedStory) -> str:
    """Of a story: live coverage that has ended says so."""
    if row.card.get("coverage", {}).get("ended_at"):
        return gettext("As it happened")
    return label_of(row.story_type)


def card_of(
    row: PublishedStory,
    reader: Reader,
    spot: Spot | None,
    *,
    among_services: bool = False,
    placed: Placed | None = None,
    also: Sequence[PublishedStory] = (),
) -> Card:
    """In the language of the story's own service, whatever page it stands on.

    Without a ``spot`` it has no picture; ``placed``: as editors want it on this page.
    """
    service = reader.standing.by_id[row.service_id]
    is_spoken = get_language() == service.language  # to change it costs as much as the card
    with nullcontext() if is_spoken else override(service.language):
        return Card(
            url=reader.carry(story_path(service.slug, row.slug, row.pk)),
            headline=(placed.headline if placed else "") or row.headline,
            standfirst=row.standfirst,
            kicker=row.kicker,
            label=label_for(row),
            moment=moment_of(row.published_at, service),
            figure=_placed_figure(row, spot, reader, placed) if spot else None,
            shape=_shape(spot, placed) if spot else "",
            breaking=is_breaking(row, reader),
            breaking_label=gettext("Breaking News") if is_breaking(row, reader) else "",
            language=service.language,
            direction=service.direction,
            script=service.script,
            dateline=row.card.get("dateline", ""),
            section=_section_name(row, reader),
            service=service.brand if among_services else "",
            autonym=service.autonym if among_services else "",
            developing=is_developing(row, reader),
            developing_label=gettext("Developing") if is_developing(row, reader) else "",
            also=tuple(_link(one, reader) for one in also),
            has_lens=row.story_type == StoryType.VIDEO,
            renew_at=first_turn(row, reader, placed),
        )


def _link(row: PublishedStory, reader: Reader) -> Link:
    service = reader.standing.by_id[row.service_id]
    return Link(row.headline, reader.carry(story_path(service.slug, row.slug, row.pk)))


def _placed_figure(
    row: PublishedStory, spot: Spot, reader: Reader, placed: Placed | None
) -> Figure | None:
    """The editors' picture; the story's own where they chose none, or theirs may not be shown."""
    if placed is None:
        return _figure(row.card.get("lead"), spot, reader)
    if placed.is_bare:
        return None
    if placed.crop:
        spot = replace(spot, crop=placed.crop, ratio=RATIOS[placed.crop])
    chosen = _figure(placed.photo, spot, reader)
    return chosen or _figure(row.card.get("lead"), spot, reader)


def _shape(spot: Spot, placed: Placed | None) -> str:
    """The class of the card, and of its picture's cut where that is not the spot's."""
    crop = placed.crop if placed and not placed.is_bare else ""
    return f"{spot.shape} {CUTS[crop]}" if crop and crop != spot.crop else spot.shape


def _figure(photo: Photo | None, spot: Spot, reader: Reader) -> Figure | None:
    """A list has no use for the words of a picture that may not be shown."""
    if reader.is_text:
        return None
    figure = figure_of(photo, spot, reader.now)
    return figure if figure and figure.src else None


def _section_name(row: PublishedStory, reader: Reader) -> str:
    section = reader.standing.sections.get(row.section_id or 0)
    return section.name if section else ""


def is_breaking(row: PublishedStory, reader: Reader) -> bool:
    return row.breaking_until is not None and row.breaking_until > reader.now


def is_developing(row: PublishedStory, reader: Reader) -> bool:
    """What is breaking is not called developing, too."""
    until = developing_until(row)
    return until is not None and until > reader.now and not is_breaking(row, reader)


def developing_until(row: PublishedStory) -> datetime | None:
    said = row.card.get("developing_until")
    return datetime.fromisoformat(said) if said else None


def first_turn(
    row: PublishedStory, reader: Reader, placed: Placed | None = None
) -> datetime | None:
    """When a label of the story, or its pin, is over next; None: not known."""
    moments = (row.breaking_until, developing_until(row), placed.until if placed else None)
    return min((one for one in moments if one and one > reader.now), default=None)
