"""Masthead and foot: equal on every page of a service, so they are rendered once and kept.

They live as long as the standing data that they show; the key holds whatever else they vary by.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from articles.pages.shapes import Frame
from articles.pages.standing import Standing


@dataclass(frozen=True)
class _Page:
    """What a component's template knows as ``page``."""

    frame: Frame


def masthead(frame: Frame, standing: Standing) -> SafeString:
    current = next((link.url for link in frame.sections if link.current), "")
    key = ("masthead", frame.language, frame.home_url, current, len(frame.sections))
    return _rendered(key, frame, standing)


def footer(frame: Frame, standing: Standing) -> SafeString:
    return _rendered(("footer", frame.language, frame.home_url, frame.year), frame, standing)


def _rendered(key: tuple[object, ...], frame: Frame, standing: Standing) -> SafeString:
    if key not in standing.parts:
        template = get_template(f"components/{key[0]}.html")
        standing.parts[key] = mark_safe(template.render({"page": _Page(frame)}))  # noqa: S308
    return standing.parts[key]
