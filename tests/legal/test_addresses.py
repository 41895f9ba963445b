"""Addresses are read and sorted as Python's own ``ipaddress`` would, only without keeping them."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.legal.peers import Networks, address_in, is_public, spelt

EITHER = st.ip_addresses()
NETWORKS = st.lists(
    st.ip_addresses(v=4).flatmap(lambda one: st.integers(0, 32).map(lambda n: f"{one}/{n}"))
    | st.ip_addresses(v=6).flatmap(lambda one: st.integers(0, 128).map(lambda n: f"{one}/{n}")),
    max_size=6,
)


def plain(address):
    return getattr(address, "ipv4_mapped", None) or address


@given(EITHER)
def test_an_address_is_read_and_spelt_again(address):
    read = address_in(str(address))
    assert read == plain(address).packed
    assert ipaddress.ip_address(spelt(read)) == plain(address)


@given(st.text("0123456789abcdef:.", max_size=40).filter(lambda text: text.count(":") != 1))
def test_what_is_no_address_is_none(text):
    try:
        expected = plain(ipaddress.ip_address(text)).packed
    except ValueError:
        expected = None
    assert address_in(text) == expected


@given(NETWORKS, EITHER)
def test_an_address_lies_in_networks_or_not(networks, address):
    lies = any(address in ipaddress.ip_network(one, strict=False) for one in networks)
    assert (address.packed in Networks(networks)) == lies


@given(NETWORKS)
def test_the_first_and_the_last_address_lie_in_their_network(networks):
    within = Networks(networks)
    for one in networks:
        network = ipaddress.ip_network(one, strict=False)
        assert network.network_address.packed in within
        assert network.broadcast_address.packed in within


@pytest.mark.parametrize("networks", [["255.0.0.0/8"], ["ff00::/8"], ["0.0.0.0/0", "::/0"]])
def test_the_end_of_all_addresses_is_no_trap(networks):
    within = Networks(networks)
    assert {len(end) for end in (bytes([255] * 4), bytes([255] * 16)) if end in within}


@given(EITHER)
def test_only_addresses_of_somewhere_on_earth_are_public(address):
    is_global = address.is_global and not address.is_multicast and not address.is_reserved
    if address.version == 6:
        in_use = address in ipaddress.ip_network("2000::/3")
        is_global = is_global and in_use and address not in ipaddress.ip_network("3fff::/20")
    odd = ipaddress.ip_network("192.0.0.0/24"), ipaddress.ip_network("2002::/16")
    if not any(address in one for one in odd):  # of these Python's releases think differently
        assert is_public(address.packed) == is_global


def test_python_keeps_no_address_of_a_reader(where):
    """Its ``is_private`` and ``is_global`` remember whom they were asked about."""
    caches = [
        getattr(kind, name).fget
        for kind in (ipaddress.IPv4Address, ipaddress.IPv6Address)
        for name in ("is_private", "is_global")
    ]
    caches = [one for one in caches if hasattr(one, "cache_info")]
    before = [one.cache_info().misses for one in caches]
    where(X_FORWARDED_FOR="77.88.55.242")
    where(peer="2a02:6b8::feed:ff")
    assert [one.cache_info().misses for one in caches] == before
