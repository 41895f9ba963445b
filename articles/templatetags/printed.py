"""Components that are made of values alone: the same values are printed once, and then known.

A front is made anew for each story that is new, with thirty cards that are not; a page once for
each zone and every few minutes. What a component prints must follow from what it is given and
from the language alone: it knows no ``page``. A word of a shape is safe to print always or never.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()
MOST = 2_000  # some two kilobytes each


@register.simple_tag
def printed(name: str, **values: Any) -> SafeString:
    make = _printed.__wrapped__ if settings.DEBUG else _printed  # who edits templates sees it
    return make(name, get_language(), **values)


@lru_cache(maxsize=MOST)
def _printed(name: str, language: str | None, **values: Any) -> SafeString:  # noqa: ARG001  a key
    html = get_template(f"components/{name}.html").render(values)
    return mark_safe(html)  # noqa: S308  a template's own work
