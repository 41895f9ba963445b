"""Where no edge names the place, the address of the reader tells it."""

import pytest

from articles.legal.atlas import UNKNOWN, Place, load_atlas
from articles.legal.place import place_of
from tests.legal.place.addresses import AMERICAN, RUSSIAN, RUSSIAN_V6


@pytest.mark.parametrize(
    ("forwarded", "place"),
    [
        (RUSSIAN, "RU"),
        (f"{AMERICAN}, {RUSSIAN}, 10.1.2.3", "RU"),
        (f"{AMERICAN},{RUSSIAN},10.1.2.3 , 10.9.9.9", "RU"),
        (f"nonsense, {RUSSIAN}", "RU"),
        (f"{RUSSIAN}, nonsense", ""),
        (f"{RUSSIAN}, ", ""),
        (f"{RUSSIAN}, unknown, 10.1.2.3", ""),
        (f"::ffff:{RUSSIAN}", "RU"),
        (f"{AMERICAN}, ::FFFF:10.1.2.3", "US"),
        (f"{RUSSIAN}:4711", "RU"),
        (f"[{RUSSIAN_V6}]:443", "RU"),
        (f"[{RUSSIAN_V6}]", "RU"),
        (f'"[{RUSSIAN_V6}]"', "RU"),
        (RUSSIAN_V6, "RU"),
        ("10.1.2.3, 10.1.2.4", ""),
        ("", ""),
        ("127.0.0.1", ""),
        ("192.168.1.7", ""),
        ("100.64.0.1", ""),
        ("169.254.1.1", ""),
        ("224.0.0.1", ""),
        ("240.0.0.1", ""),
        ("0.0.0.0", ""),
        ("203.0.113.9", ""),
        ("::1", ""),
        ("fe80::1%eth0", ""),
        ("fd00::1", ""),
        ("fec0::1", ""),
        ("ff02::1", ""),
        ("2001:db8::1", ""),
        ("3fff::1", ""),
        (f"::{RUSSIAN}", ""),
        (f"{AMERICAN}, 192.168.1.7", ""),
        (RUSSIAN + ", 10.1.2.3" * 100, ""),
        (RUSSIAN + "," * 5000, ""),
        ("1" * 100_000, ""),
        (f"0{RUSSIAN}", ""),
    ],
)
def test_the_reader_is_the_first_stranger_from_the_right(forwarded, place, where):
    assert where(X_FORWARDED_FOR=forwarded) == Place(place)


def test_what_the_edge_says_counts_more_than_the_address(where):
    assert where(CF_IPCOUNTRY="KZ", X_FORWARDED_FOR=RUSSIAN) == Place("KZ")


@pytest.mark.parametrize(
    ("peer", "place"),
    [
        (RUSSIAN, "RU"),
        (RUSSIAN_V6, "RU"),
        (f"::ffff:{RUSSIAN}", "RU"),
        (f"{AMERICAN}:5000", "US"),
        ("127.0.0.1", ""),
        ("", ""),
        ("unix:", ""),
        ("/run/newsroom.sock", ""),
    ],
)
def test_without_an_edge_the_peer_is_the_reader(peer, place, where):
    assert where(peer=peer, trusted=()) == Place(place)


def test_a_server_on_a_unix_socket_knows_no_peer(db):
    atlas = load_atlas()
    environ = {"HTTP_X_FORWARDED_FOR": RUSSIAN, "HTTP_CF_IPCOUNTRY": "RU"}
    assert place_of(environ, atlas, trusted=["0.0.0.0/0"], header="CF-IPCountry") == UNKNOWN
