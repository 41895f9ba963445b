"""A place is what a trusted peer says, or unknown."""

import pytest

from articles.legal.atlas import UNKNOWN, Place, load_atlas
from articles.legal.place import place_of

EDGE = "10.0.0.9"


@pytest.fixture
def where(db):
    atlas = load_atlas()

    def ask(peer=EDGE, trusted=("10.0.0.0/8",), header="CF-IPCountry", **headers):
        environ = {"REMOTE_ADDR": peer} | {f"HTTP_{k}": v for k, v in headers.items()}
        return place_of(environ, atlas, trusted=trusted, header=header)

    return ask


def test_a_trusted_edge_names_the_country(where):
    assert where(CF_IPCOUNTRY="RU") == Place("RU")


def test_a_forged_header_from_anybody_else_is_ignored(where):
    assert where(peer="203.0.113.5", CF_IPCOUNTRY="US") == UNKNOWN


def test_an_ipv4_mapped_peer_is_the_same_peer(where):
    assert where(peer=f"::ffff:{EDGE}", CF_IPCOUNTRY="KZ") == Place("KZ")


@pytest.mark.parametrize("value", ["T1", "XX", "", "ZZ", "<script>", "Russia", "R" * 5000])
def test_what_is_not_a_country_is_unknown(value, where):
    assert where(CF_IPCOUNTRY=value) == UNKNOWN


def test_one_header_may_carry_the_subdivision(where):
    assert where(header="Region", REGION="UA-43") == Place("UA-43")


def test_two_headers_may_share_the_work(where):
    header = "Country,Subdivision"
    assert where(header=header, COUNTRY="RU", SUBDIVISION="Crimea") == Place("UA-43")


def test_without_a_configured_header_nothing_is_believed(where):
    assert where(header="", CF_IPCOUNTRY="RU") == UNKNOWN
