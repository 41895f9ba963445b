"""Masthead and foot: equal on every page of a service, so they are rendered once and kept.

They live as long as the standing data that they show; the key holds whatever else they vary by.
Where links carry a reader's own word or a preview, there is no end of variants: none is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from articles.pages.reader import Reader
from articles.pages.shapes import Frame


@dataclass(frozen=True)
class _Page:
    """What a component's template knows as ``page``."""

    frame: Frame


def masthead(frame: Frame, reader: Reader) -> SafeString:
    current = next((link.url for link in frame.sections if link.current), "")
    name = "text_masthead" if frame.is_text else "masthead"
    key = (name, frame.language, frame.home_url, current, len(frame.sections), frame.search_url)
    return _rendered(key, frame, reader)


def footer(frame: Frame, reader: Reader) -> SafeString:
    ways = (frame.contact_url, frame.donate_url)
    key = ("footer", frame.language, frame.home_url, frame.year, *ways)
    return _rendered(key, frame, reader)


def _rendered(key: tuple[object, ...], frame: Frame, reader: Reader) -> SafeString:
    parts, key = reader.standing.parts, (*key, reader.carry.own)
    if key in parts:
        return parts[key]
    template = get_template(f"components/{key[0]}.html")
    html = mark_safe(template.render({"page": _Page(frame)}))  # noqa: S308
    if reader.also is None and reader.previewed is None:
        parts[key] = html
    return html
