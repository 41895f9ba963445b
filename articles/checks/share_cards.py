"""Whether the headlines of every service can be set on share cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import DatabaseError
from PIL import features

from articles.imaging.cards.setting import can_set
from articles.models import LanguageService

HINT = (
    "Install fonts-noto-core, fonts-noto-cjk and libfribidi0 (Debian), or name folders with Noto "
    "fonts in SHARE_CARD_FONTS."
)


@register(Tags.database)
def share_cards_can_be_set(databases: Iterable[str] | None = None, **_: Any) -> list[CheckMessage]:
    """newsroom.W031: without its letters a story is shared with the bare photo, or none."""
    if not databases:
        return []
    names = sorted(service.name for service in _services() if not _is_set(service))
    if not names:
        return []
    return [
        checks.Warning(
            f"Share cards cannot be made for: {', '.join(names)}. No font has their letters, or "
            "nothing orders text from right to left.",
            hint=HINT,
            id="newsroom.W031",
        )
    ]


def _services() -> list[LanguageService]:
    """None before the first migration."""
    try:
        return list(LanguageService.objects.active())
    except DatabaseError:
        return []


def _is_set(service: LanguageService) -> bool:
    words = f"{service.brand}{service.autonym}"
    return bool(features.check("raqm")) and can_set(words, service.language)
