"""Which address somebody logs in from: counted for throttling, shown among the own sessions."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from articles.legal.peers import address_in, peers_of, spelt

# Where a request has no address to tell (a socket, a test).
NO_ADDRESS = "0.0.0.0"  # noqa: S104  nothing listens here


def address_of(request: HttpRequest) -> str:
    """The peer's, or behind our own proxies the one that they saw."""
    peers = peers_of(tuple(settings.TRUSTED_PROXIES))
    address = address_in(str(request.META.get("REMOTE_ADDR") or ""))
    if address is not None and peers.hold(address):
        address = peers.client_in(str(request.META.get("HTTP_X_FORWARDED_FOR") or "")) or address
    return spelt(address) if address is not None else NO_ADDRESS
