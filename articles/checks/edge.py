"""Whether the edge that is configured can keep pages apart by zone."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, register


@register("newsroom")
def edge_keys_pages_by_zone(**_: Any) -> list[CheckMessage]:
    """newsroom.E030, newsroom.W020: one zone's page must never be another's."""
    if not settings.EDGE:
        return []
    if not settings.TRUSTED_PROXIES:
        return [
            checks.Error(
                "EDGE is set, but TRUSTED_PROXIES is empty: the edge is told neither zones nor "
                "lives. An edge that cannot put the zone into its cache key must not cache pages.",
                hint="Name the addresses from which the edge connects in TRUSTED_PROXIES, or "
                "leave EDGE empty.",
                id="newsroom.E030",
            )
        ]
    if not settings.REGION_HEADER:
        return [
            checks.Warning(
                "EDGE is set, but REGION_HEADER is not: the edge has to ask for the zone of every "
                "reader anew. An edge that cannot put the zone into its cache key must not cache "
                "pages.",
                hint="With deploy/varnish/default.vcl set REGION_HEADER=Noticeplace.",
                id="newsroom.W020",
            )
        ]
    return []
