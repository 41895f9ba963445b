"""Where a reader is: said by a trusted edge's header, or unknown. The address is forgotten."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from functools import cache

from articles.legal.atlas import UNKNOWN, Atlas, Place

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
# Tor, and what edges send when they do not know.
NO_PLACE = {"", "T1", "XX"}


def place_of(
    environ: Mapping[str, object], atlas: Atlas, *, trusted: Sequence[str], header: str
) -> Place:
    """The place that a trusted peer names in ``header``; unknown for everybody else.

    ``header`` is one name (``RU`` or ``UA-43``) or two, ``country,subdivision``; ``environ`` is
    the WSGI environment. Headers from untrusted peers are ignored. Who calls the application from
    within (the proof) names a ``Place`` in ``newsroom.place``: no request's header can.
    """
    if isinstance(place := environ.get("newsroom.place"), Place):
        return place
    if not header or not _is_trusted(str(environ.get("REMOTE_ADDR", "")), tuple(trusted)):
        return UNKNOWN
    country_header, _comma, subdivision_header = header.partition(",")
    country = _value(environ, country_header)
    subdivision = _value(environ, subdivision_header) if subdivision_header else ""
    if not subdivision:
        country, _dash, subdivision = country.partition("-")
    if country.upper() in NO_PLACE:
        return UNKNOWN
    return atlas.place(country, subdivision)


def _value(environ: Mapping[str, object], header: str) -> str:
    name = "HTTP_" + header.strip().upper().replace("-", "_")
    return str(environ.get(name, "")).strip()


@cache
def _networks(trusted: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(cidr, strict=False) for cidr in trusted)


def _is_trusted(address: str, trusted: tuple[str, ...]) -> bool:
    """Not cached: without an edge the peer is the reader, whose address nothing may keep."""
    try:
        peer = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(peer, ipaddress.IPv6Address) and peer.ipv4_mapped:
        peer = peer.ipv4_mapped
    return any(peer in network for network in _networks(trusted))
