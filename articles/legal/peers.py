"""Who is asking: which peers are our own edge, and which address is the reader's.

An address lives as long as a call of these functions. Only trusted peers are remembered, never
anybody else: without an edge the peer is the reader.
"""

from __future__ import annotations

import ipaddress
from bisect import bisect
from collections.abc import Iterable, Sequence
from functools import lru_cache
from socket import AF_INET, AF_INET6, inet_ntop, inet_pton

# Four bytes or sixteen, as they travel: compared as such, since every reader's is.
Address = bytes
# A chain of proxies is short; longer headers are somebody's attempt to keep us busy.
MOST_HOPS = 16
LONGEST_HOP = 64
MOST_REMEMBERED = 1024
_MAPPED = bytes(10) + b"\xff\xff"  # how IPv4 is written in IPv6


class Networks:
    """Networks as the sorted addresses at which they begin and end: in or out is one search."""

    def __init__(self, spelt: Iterable[str]) -> None:
        networks = [ipaddress.ip_network(one, strict=False) for one in spelt]
        fours = [one for one in networks if isinstance(one, ipaddress.IPv4Network)]
        sixes = [one for one in networks if isinstance(one, ipaddress.IPv6Network)]
        self._bounds = {
            4: _bounds(ipaddress.collapse_addresses(fours), 4),
            16: _bounds(ipaddress.collapse_addresses(sixes), 16),
        }

    def __contains__(self, address: Address) -> bool:
        return bisect(self._bounds[len(address)], address) % 2 == 1


def _bounds(
    apart: Iterable[ipaddress.IPv4Network | ipaddress.IPv6Network], length: int
) -> list[bytes]:
    """The first address inside, the first after it, and so on; there may be none after the last."""
    bounds = []
    for network in apart:
        bounds.append(network.network_address.packed)
        after = int(network.broadcast_address) + 1
        if after < 256**length:
            bounds.append(after.to_bytes(length, "big"))
    return bounds


# Where no reader is: private, shared, local, reserved, for papers, for many at once. Of IPv6 only
# what is handed out counts. (Python's own is_global keeps the addresses that it was asked about.)
_NOWHERE = Networks(
    (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
        *("::/3", "2001::/23", "2001:db8::/32", "3fff::/20", "4000::/2", "8000::/1"),
    )
)


class Peers:
    """The networks of the edge; remembers its members' addresses, and no others."""

    def __init__(self, trusted: tuple[str, ...]) -> None:
        self.networks = Networks(trusted)
        self.known: set[str] = set()

    def remember(self, peer: str) -> bool:
        """Whether ``peer`` was found to be one of ours before."""
        return peer in self.known

    def trust(self, peer: str, address: Address | None) -> bool:
        """Whether ``peer``, whose ``address`` it is, is one of ours; remembered if so."""
        if address is None or not self.hold(address):
            return False
        if len(self.known) < MOST_REMEMBERED:
            self.known.add(peer)
        return True

    def hold(self, address: Address) -> bool:
        return address in self.networks

    def client_in(self, forwarded: str) -> Address | None:
        """The first untrusted hop from the right; None when a hop makes no sense or none is left.

        What stands further to the left was written by the client and may be anything.
        """
        for _hop in range(MOST_HOPS):
            forwarded, comma, hop = forwarded.rpartition(",")
            address = address_in(hop)
            if address is None:
                return None
            if not self.hold(address):
                return address
            if not comma:
                return None
        return None


@lru_cache(maxsize=8)
def peers_of(trusted: tuple[str, ...]) -> Peers:
    return Peers(trusted)


def is_ours(peer: str, trusted: Sequence[str]) -> bool:
    """Whether ``peer``, as the server names it, is one of the ``trusted`` networks."""
    peers = peers_of(tuple(trusted))
    return peers.remember(peer) or peers.trust(peer, address_in(peer))


def address_in(hop: str) -> Address | None:
    """``1.2.3.4``, ``1.2.3.4:56``, ``[2001:db8::1]:443``; IPv4 that comes mapped is unmapped."""
    hop = hop.strip(' \t"') if len(hop) <= LONGEST_HOP else ""
    if hop.startswith("["):
        hop = hop[1:].partition("]")[0]
    elif hop.count(":") == 1:
        hop = hop.partition(":")[0]
    try:  # both refuse what is no address in its one usual spelling
        if ":" not in hop:
            return inet_pton(AF_INET, hop)
        address = inet_pton(AF_INET6, hop.partition("%")[0])
    except (ValueError, OSError):
        return None
    return address[12:] if address.startswith(_MAPPED) else address


def spelt(address: Address) -> str:
    return inet_ntop(AF_INET if len(address) == 4 else AF_INET6, address)


def is_public(address: Address) -> bool:
    """Whether a place on Earth can be known by it."""
    return address not in _NOWHERE
