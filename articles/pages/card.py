"""A story as it stands in a list."""

from __future__ import annotations

from django.utils.translation import gettext, override

from articles.models.published import PublishedStory
from articles.pages.addresses import story_path
from articles.pages.figure import figure_of
from articles.pages.moments import moment_of
from articles.pages.reader import Reader
from articles.pages.shapes import Card, Figure
from articles.pages.spots import Spot
from articles.vocabularies import StoryType

# Told apart in words; a plain report needs none.
LABELS = {
    StoryType.ANALYSIS.value: "Analysis",
    StoryType.OPINION.value: "Opinion",
    StoryType.INTERVIEW.value: "Interview",
    StoryType.EXPLAINER.value: "Explainer",
    StoryType.LIVE.value: "Live",
    StoryType.PHOTO_ESSAY.value: "Photo essay",
}


def label_of(story_type: str) -> str:
    message = LABELS.get(story_type)
    return gettext(message) if message else ""


def card_of(
    row: PublishedStory, reader: Reader, spot: Spot | None, *, among_services: bool = False
) -> Card:
    """In the language of the story's own service, whatever page it stands on.

    Without a ``spot`` it has no picture.
    """
    service = reader.standing.by_id[row.service_id]
    with override(service.language):
        return Card(
            url=reader.carry(story_path(service.slug, row.slug, row.pk)),
            headline=row.headline,
            standfirst=row.standfirst,
            kicker=row.kicker,
            label=label_of(row.story_type),
            moment=moment_of(row.published_at, service),
            figure=_figure(row, spot, reader) if spot else None,
            shape=spot.shape if spot else "",
            breaking=is_breaking(row, reader),
            breaking_label=gettext("Breaking News"),
            language=service.language,
            direction=service.direction,
            script=service.script,
            dateline=row.card.get("dateline", ""),
            section=_section_name(row, reader),
            service=service.brand if among_services else "",
            autonym=service.autonym if among_services else "",
        )


def _figure(row: PublishedStory, spot: Spot, reader: Reader) -> Figure | None:
    """A list has no use for the words of a picture that may not be shown."""
    if reader.is_text:
        return None
    figure = figure_of(row.card.get("lead"), spot, reader.now)
    return figure if figure and figure.src else None


def _section_name(row: PublishedStory, reader: Reader) -> str:
    section = reader.standing.sections.get(row.section_id or 0)
    return section.name if section else ""


def is_breaking(row: PublishedStory, reader: Reader) -> bool:
    return row.breaking_until is not None and row.breaking_until > reader.now
