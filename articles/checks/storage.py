"""Whether readers' browsers will load the pictures."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, register


@register("newsroom")
def pictures_come_over_tls(**_: Any) -> list[CheckMessage]:
    """newsroom.W030: a page over TLS loads no picture over plain HTTP."""
    if not settings.SESSION_COOKIE_SECURE or not settings.MEDIA_URL.startswith("http:"):
        return []
    return [
        checks.Warning(
            "HTTPS is on, but S3_PUBLIC_URL begins with http: browsers will refuse the pictures, "
            "and whoever listens sees what is read.",
            hint="Name an address with https:// in S3_PUBLIC_URL.",
            id="newsroom.W030",
        )
    ]
