"""Whether every kind of picture can be read here."""

from __future__ import annotations

from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, register

from articles.imaging.identify import unreadable

HINT = "Install Pillow's own wheel for a 64-bit system: it brings the libraries along."


@register("newsroom")
def pictures_can_be_read(**_: Any) -> list[CheckMessage]:
    """newsroom.W032: what cannot be read is refused, with a sentence, when it is uploaded."""
    return [
        checks.Warning(
            f"{name} pictures cannot be read here, and are refused: {fault}.",
            hint=HINT,
            id="newsroom.W032",
        )
        for name, fault in unreadable().items()
    ]
