"""Who is asking: which peers are our own edge, and which address is the reader's.

An address lives as long as a call of these functions. Only trusted peers are remembered, never
anybody else: without an edge the peer is the reader.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from functools import lru_cache

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
# A chain of proxies is short; longer headers are somebody's attempt to keep us busy.
MOST_HOPS = 16
LONGEST_HOP = 64
MOST_REMEMBERED = 1024
_UNICAST = ipaddress.ip_network("2000::/3")
_DOCUMENTATION = ipaddress.ip_network("3fff::/20")


class Peers:
    """The networks of the edge; remembers its members' addresses, and no others."""

    def __init__(self, trusted: tuple[str, ...]) -> None:
        self.networks: tuple[Network, ...] = tuple(
            ipaddress.ip_network(cidr, strict=False) for cidr in trusted
        )
        self._known: set[str] = set()

    def remember(self, peer: str) -> bool:
        """Whether ``peer`` was found to be one of ours before."""
        return peer in self._known

    def trust(self, peer: str, address: Address | None) -> bool:
        """Whether ``peer``, whose ``address`` it is, is one of ours; remembered if so."""
        if address is None or not self.hold(address):
            return False
        if len(self._known) < MOST_REMEMBERED:
            self._known.add(peer)
        return True

    def hold(self, address: Address) -> bool:
        return any(address in network for network in self.networks)

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
    try:
        address = ipaddress.ip_address(hop)
    except ValueError:  # its message names the address: nobody may see it
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def is_public(address: Address) -> bool:
    """Whether a place on Earth can be known by it: not private, shared, local, or for papers."""
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        return address in _UNICAST and address not in _DOCUMENTATION
    return True
