"""A trusted peer names the place; from anybody else its header is ignored."""

import pytest

from articles.legal.atlas import UNKNOWN, Place
from tests.legal.conftest import EDGE
from tests.legal.place.addresses import AMERICAN, RUSSIAN


def test_a_trusted_edge_names_the_country(where):
    assert where(CF_IPCOUNTRY="RU") == Place("RU")


def test_a_forged_header_from_anybody_else_is_ignored(where):
    assert where(peer="203.0.113.5", CF_IPCOUNTRY="US") == UNKNOWN
    assert where(peer=RUSSIAN, CF_IPCOUNTRY="US") == Place("RU")


def test_an_ipv4_mapped_peer_is_the_same_peer(where):
    assert where(peer=f"::ffff:{EDGE}", CF_IPCOUNTRY="KZ") == Place("KZ")


@pytest.mark.parametrize("trusted", [("10.0.0.0/8",), ("2001:db8::/32", "10.0.0.9"), ()])
def test_only_a_named_network_is_trusted(trusted, where):
    said = where(trusted=trusted, CF_IPCOUNTRY="KZ")
    assert said == (Place("KZ") if trusted else UNKNOWN)


@pytest.mark.parametrize(
    "value",
    [
        *("T1", "t1", "<script>", "Russia", "RUS", "AUT", "Chad", "none", "null", "EU", "A1"),
        *("R" * 5000, "country_code=Russia", "RU\x00", "🇷🇺"),
    ],
)
def test_what_is_not_a_country_is_unknown_even_where_the_address_is_known(value, where):
    assert where(CF_IPCOUNTRY=value) == UNKNOWN
    assert where(CF_IPCOUNTRY=value, X_FORWARDED_FOR=RUSSIAN) == UNKNOWN


@pytest.mark.parametrize(
    "value", ["XX", "xx", "", " ", "ZZ", "?", ",", "-", "XX-43", "country_code=", "=,="]
)
def test_an_edge_that_does_not_know_leaves_it_to_the_address(value, where):
    assert where(CF_IPCOUNTRY=value) == UNKNOWN
    assert where(CF_IPCOUNTRY=value, X_FORWARDED_FOR=RUSSIAN) == Place("RU")


def test_without_a_configured_header_nothing_is_believed(where):
    assert where(header="", CF_IPCOUNTRY="RU") == UNKNOWN
    assert where(header="", CF_IPCOUNTRY="US", X_FORWARDED_FOR=RUSSIAN) == Place("RU")


def test_only_trusted_peers_are_remembered(where):
    from articles.legal.peers import peers_of

    trusted = ("10.0.0.0/24",)
    where(peer=RUSSIAN, trusted=trusted, X_FORWARDED_FOR=AMERICAN)
    where(peer="10.0.0.7", trusted=trusted, X_FORWARDED_FOR=AMERICAN)
    assert peers_of(trusted).known == {"10.0.0.7"}
