"""A story's body for a feed's item: plain elements, which any reader shows without our styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.pages.figure import figure_of
from articles.pages.parts import parts_of
from articles.pages.reader import Reader
from articles.pages.shapes import Figure
from articles.pages.spots import INLINE
from articles.pages.story_shapes import EmbedPart, FactPart, FigurePart, HtmlPart, Part, QuotePart


def body_of(document: dict[str, Any], reader: Reader) -> Iterator[SafeString]:
    """Lead, body, gallery. Links to related stories stay on the page.

    An item travels on: a story that is killed or withheld later could not leave another one's.
    """
    yield _figure(figure_of(document["lead"], INLINE, reader.now))
    yield from map(_element, parts_of(document, reader, {}))
    for photo in document.get("gallery", ()):
        yield _figure(figure_of(photo, INLINE, reader.now))


def _element(part: Part) -> SafeString:
    match part:
        case HtmlPart():
            return part.html
        case FigurePart():
            return _figure(part.figure)
        case QuotePart():
            return _quote(part)
        case FactPart():
            return _fact(part)
        case EmbedPart():
            return _link(part)
    return SafeString()


def _figure(figure: Figure | None) -> SafeString:
    if figure is None or not figure.src:
        return SafeString()
    said = " ".join(filter(None, (figure.caption, figure.credit)))
    caption = format_html("<figcaption>{}</figcaption>", said) if said else ""
    return format_html(
        '<figure><img src="{}" width="{}" height="{}" alt="{}">{}</figure>',
        figure.src, figure.width, figure.height, figure.alt, caption,
    )  # fmt: skip


def _quote(part: QuotePart) -> SafeString:
    source = format_html("<p>— {}</p>", part.source) if part.source else ""
    return format_html("<blockquote>{}{}</blockquote>", part.html, source)


def _fact(part: FactPart) -> SafeString:
    title = format_html("<h2>{}</h2>", part.title) if part.title else ""
    return format_html("<aside>{}{}</aside>", title, part.html)


def _link(part: EmbedPart) -> SafeString:
    words = f"{part.title} ({part.provider})" if part.title else part.provider
    return format_html('<p><a href="{}">{}</a></p>', part.url, words)
