"""The portrait on an author's page: as the newest of their stories that is shown there holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

from articles.models.published import PublishedStory
from articles.pages.figure import figure_of
from articles.pages.reader import Reader
from articles.pages.shapes import Figure
from articles.pages.spots import PORTRAIT


def portrait_of(
    rows: Sequence[PublishedStory], slug: str, name: str, reader: Reader
) -> Figure | None:
    """None where the newest has none: it may have been taken away since. Without a text of its own
    it is named by the name beside it."""
    if not slug or not rows:
        return None
    figure = figure_of(rows[0].card.get("portraits", {}).get(slug), PORTRAIT, reader.now)
    if figure is None or not figure.src:
        return None
    return replace(figure, alt=figure.alt or name)


def address_of(portrait: Figure, reader: Reader) -> str:
    return urljoin(reader.origin, portrait.src)
