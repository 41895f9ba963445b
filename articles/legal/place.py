"""Where a reader is: said by a trusted edge, else looked up, else unknown (docs/place.md).

The reader's address is forgotten: it is neither stored nor remembered nor logged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from articles.legal.address import NOTHING, Found, look_up
from articles.legal.atlas import UNKNOWN, Atlas, Place
from articles.legal.edge import place_said
from articles.legal.peers import Address, address_in, is_public, peers_of, spelt

# Set by our own code that asks for pages inside the process (the proof). No client can set it:
# what clients send stands under HTTP_… alone.
OWN_PLACE = "newsroom.place"


def place_of(
    environ: Mapping[str, object],
    atlas: Atlas,
    *,
    trusted: Sequence[str],
    header: str,
    database: str = "",
) -> Place:
    """The place of whoever sent the request of this WSGI ``environ``.

    ``header`` is one name (its value ``RU`` or ``UA-43``) or two, ``country,subdivision``;
    ``database`` is the path of an ``.mmdb`` file, empty for the bundled data.
    """
    own = environ.get(OWN_PLACE)
    if isinstance(own, Place):
        return own
    peer = str(environ.get("REMOTE_ADDR") or "")
    peers = peers_of(tuple(trusted))
    if not peers.remember(peer):
        address = address_in(peer)
        if not peers.trust(peer, address):
            return _place_at(address, atlas, database)
    said = place_said(environ, atlas, header) if header else None
    if said is not None:
        return said
    forwarded = str(environ.get("HTTP_X_FORWARDED_FOR") or "")
    return _place_at(peers.client_in(forwarded), atlas, database)


def found_by_address(
    environ: Mapping[str, object], *, trusted: tuple[str, ...], database: str = ""
) -> tuple[str, ...] | None:
    """What alone decides ``place_of`` where no header and none of our own code says a place.

    Codes of a country and its parts: never the address.
    """
    peer = str(environ.get("REMOTE_ADDR") or "")
    peers = peers_of(trusted)
    if peers.remember(peer):
        address = peers.client_in(str(environ.get("HTTP_X_FORWARDED_FOR") or ""))
    else:
        address = address_in(peer)
        if peers.trust(peer, address):
            return None  # seen for the first time: the next request
    found = _found_at(address, database)
    return (found.country, *found.parts)


def _place_at(address: Address | None, atlas: Atlas, database: str) -> Place:
    return _place_found(_found_at(address, database), atlas)


def _found_at(address: Address | None, database: str) -> Found:
    if address is None or not is_public(address):
        return NOTHING
    return look_up(spelt(address), database)


def _place_found(found: Found, atlas: Atlas) -> Place:
    """The most exact part that the atlas knows, else the country."""
    country = atlas.place(found.country) if found.country else UNKNOWN
    for part in found.parts:
        place = atlas.place(found.country, part)
        if place not in (country, UNKNOWN):
            return place
    return country
