"""Moments in sentences of the desk that may run from right to left."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language_bidi

from articles.text.direction import left_to_right

register = template.Library()


@register.filter
def one_piece(text: str) -> str:
    """After ``date``: as ``publishing.clock.in_one_piece`` does it."""
    return left_to_right(text) if get_language_bidi() else text
