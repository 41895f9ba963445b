"""What may be said of places and edges, checked at the start."""

from __future__ import annotations

import ipaddress
import re

from django.core.exceptions import ImproperlyConfigured

_ADDRESSES = r"(?i)(.*(forwarded|connecting|client|user|real)-?(for|ip)|forwarded)"


def networks(said: list[str]) -> list[str]:
    """``TRUSTED_PROXIES``: CIDRs."""
    for cidr in said:
        try:
            ipaddress.ip_network(cidr)
        except ValueError as error:
            raise ImproperlyConfigured(f"TRUSTED_PROXIES: {error}") from error
    return said


def region_header(said: str) -> str:
    """``REGION_HEADER``: one name or two; never one that carries an address."""
    if not re.fullmatch(r"([A-Za-z0-9-]+(,[A-Za-z0-9-]+)?)?", said):
        raise ImproperlyConfigured(
            f"REGION_HEADER must be one header name, or two: country,subdivision (not {said!r})"
        )
    if any(re.fullmatch(_ADDRESSES, name) for name in said.split(",")):
        raise ImproperlyConfigured(
            f"REGION_HEADER {said!r} names an address, not a place: X-Forwarded-For is read "
            "by itself, and no other address is ever looked at."
        )
    return said


def edges(said: list[str]) -> list[str]:
    """``EDGE``: the caches outside, and where each takes purges."""
    found = [edge.strip() for edge in said if edge.strip() not in ("", "none")]
    for edge in found:
        if not re.fullmatch(r"(varnish http|http https?)://[^\s,@/?#]+(/[^\s,@]*)?", edge):
            raise ImproperlyConfigured(
                "EDGE must be “varnish http://host:port” or “http https://host/path”, several with "
                f"commas, or none (not {edge!r})"
            )
    return found
