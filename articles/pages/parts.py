"""What stands in a story's body: words, figures, and the components that few stories use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.models.published import PublishedStory
from articles.pages.figure import figure_of
from articles.pages.reader import Reader
from articles.pages.related import link_to
from articles.pages.spots import INLINE
from articles.pages.story_shapes import (
    EmbedPart,
    FactPart,
    FigurePart,
    HtmlPart,
    Part,
    QuotePart,
    RelatedPart,
)

Segment = Mapping[str, Any]
# Kinds of parts whose styles only the pages that show them carry.
COMPONENTS = {"quote": "pull_quote", "embed": "embed", "related": "related", "fact": "fact_box"}


def parts_of(
    document: Mapping[str, Any], reader: Reader, related: Mapping[int, PublishedStory]
) -> tuple[Part, ...]:
    """In reading order; a segment of which nothing may be seen leaves no trace."""
    return tuple(_made(document["segments"], reader, related))


def components_of(parts: Iterable[Part]) -> frozenset[str]:
    return frozenset(COMPONENTS[part.kind] for part in parts if part.kind in COMPONENTS)


def _made(
    segments: Iterable[Segment], reader: Reader, related: Mapping[int, PublishedStory]
) -> Iterator[Part]:
    number = 0
    for segment in segments:
        if segment["kind"] == "photo":
            if figure := figure_of(dict(segment), INLINE, reader.now):
                yield FigurePart(figure)
        elif segment["kind"] == "related":
            if link := link_to(related.get(segment["story"]), reader):
                yield RelatedPart(link)
        else:
            number += 1
            yield _WORDS[segment["kind"]](segment, number)


def _safe(segment: Segment) -> SafeString:
    return mark_safe(str(segment["html"]))  # noqa: S308  cleaned on the way in


_WORDS: Mapping[str, Callable[[Segment, int], Part]] = {
    "html": lambda segment, _number: HtmlPart(_safe(segment)),
    "quote": lambda segment, _number: QuotePart(_safe(segment), segment["source"]),
    "fact": lambda segment, number: FactPart(segment["title"], _safe(segment), f"facts-{number}"),
    "embed": lambda segment, _number: EmbedPart(
        segment["url"], segment["provider"], segment["title"]
    ),
}
