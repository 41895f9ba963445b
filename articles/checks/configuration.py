"""A wrong configuration is a system check with an id, a hint and a test."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, register

DEFAULT_KEY_PREFIX = "insecure-"


@register("newsroom")
def secret_key_is_not_the_default(**_: Any) -> list[CheckMessage]:
    """newsroom.E001: a default key lets anybody forge a session of the desk."""
    if settings.DEBUG or not settings.SECRET_KEY.startswith(DEFAULT_KEY_PREFIX):
        return []
    return [
        checks.Error(
            "SECRET_KEY is the default one.",
            hint="Set SECRET_KEY in the environment or in .env; `make demo` generates one.",
            id="newsroom.E001",
        )
    ]


@register("newsroom")
def region_header_needs_a_trusted_proxy(**_: Any) -> list[CheckMessage]:
    """newsroom.W001: a place header without a trusted peer is never believed."""
    if not settings.REGION_HEADER or settings.TRUSTED_PROXIES:
        return []
    return [
        checks.Warning(
            "REGION_HEADER is set, but TRUSTED_PROXIES is empty: the header will be ignored "
            "and every reader's place is unknown.",
            hint="Name the edge's addresses in TRUSTED_PROXIES.",
            id="newsroom.W001",
        )
    ]


@register("newsroom")
def demo_is_not_public(**_: Any) -> list[CheckMessage]:
    """newsroom.W002: in the demonstration anybody may choose the place they read from."""
    local = {"127.0.0.1", "localhost", "[::1]", "testserver"}
    if not settings.DEMO or set(settings.ALLOWED_HOSTS) <= local:
        return []
    return [
        checks.Warning(
            "DEMO is on for a public host name: readers can lift regional notices there.",
            hint="Never run DEMO with real stories.",
            id="newsroom.W002",
        )
    ]


@register("newsroom")
def hits_find_a_thread(**_: Any) -> list[CheckMessage]:
    """newsroom.E020: slow requests that may take every thread starve the readers of kept pages."""
    slow = settings.PAGE_CACHE_RENDERINGS + settings.PAGE_CACHE_WAITING + settings.PAGE_CACHE_BESIDE
    if not settings.PAGE_CACHE_BYTES or slow < settings.WEB_THREADS:
        return []
    return [
        checks.Error(
            f"PAGE_CACHE_RENDERINGS, PAGE_CACHE_WAITING and PAGE_CACHE_BESIDE are {slow} together, "
            f"but the server has {settings.WEB_THREADS} threads: slow requests could take all.",
            hint="Raise GRANIAN_BLOCKING_THREADS above their sum, or lower them.",
            id="newsroom.E020",
        )
    ]
