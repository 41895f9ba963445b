"""A place is what a trusted peer says, else what the address tells, else unknown."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.legal.atlas import UNKNOWN, Place, load_atlas
from articles.legal.place import OWN_PLACE, place_of

EDGE = "10.0.0.9"
RUSSIAN, AMERICAN = "77.88.8.8", "8.8.8.8"  # two famous resolvers
RUSSIAN_V6 = "2a02:6b8::feed:ff"


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


# -- The forms of the edges ------------------------------------------------------------------------

EDGESCAPE = (
    "georegion=263,country_code=UA,region_code=43,city=DONETSK,dma=506,lat=44.95,long=34.10,"
    "timezone=EST,continent=EU,throughput=vhigh,bw=5000,asnum=21399"
)
ONE = [
    ("CF-IPCountry", "RU", "RU"),
    ("CloudFront-Viewer-Country", "DE", "DE"),
    ("X-AppEngine-Country", "KZ", "KZ"),
    ("X-Akamai-Edgescape", EDGESCAPE, "UA-43"),
    ("X-Akamai-Edgescape", "georegion=1,country_code=GB,region_code=EN,city=LONDON", "GB"),
    ("X-Akamai-Edgescape", "country_code=US,region_code=MA", "US-MA"),
    ("X-Client-Geo-Location", "UA,UA43", "UA-43"),
    ("X-Client-Geo-Location", "US,USCA", "US-CA"),
    ("X-Client-Geo-Location", "RU,", "RU"),
    ("X-Client-Geo-Location", "RU,RUROS,Donetsk", "RU-ROS"),
    ("Noticeplace", "UA-43", "UA-43"),
    ("Noticeplace", "ua_43", "UA-43"),
    ("Noticeplace", " ua-43 ", "UA-43"),
    ("Noticeplace", "UA;43", "UA-43"),
    ("Noticeplace", "UA43", "UA-43"),
    ("Noticeplace", "usca", "US-CA"),
    ("Noticeplace", "GB-LND", "GB-LND"),
    ("Noticeplace", "UA-99", "UA"),
    ("Noticeplace", "UK", "GB"),
]


@pytest.mark.parametrize(("header", "value", "place"), ONE)
def test_one_header_in_the_form_of_each_edge(header, value, place, where):
    key = header.upper().replace("-", "_")
    assert where(header=header, **{key: value}) == Place(place)


CLOUDFLARE = "CF-IPCountry,CF-Region"
CLOUDFRONT = "CloudFront-Viewer-Country,CloudFront-Viewer-Country-Region"
TWO = [
    (CLOUDFLARE, "RU", "Crimea", "UA-43"),
    (CLOUDFLARE, "RU", "Republic of Crimea", "UA-43"),
    (CLOUDFLARE, "UA", "Autonomous Republic of Crimea", "UA-43"),
    (CLOUDFLARE, "RU", "Rostov Oblast", "RU-ROS"),
    ("CF-IPCountry,CF-Region-Code", "UA", "43", "UA-43"),
    ("CF-IPCountry,CF-Region-Code", "GB", "ENG", "GB-ENG"),
    (CLOUDFRONT, "UA", "14", "UA-14"),
    ("CloudFront-Viewer-Country,CloudFront-Viewer-Country-Region-Name", "GB", "England", "GB-ENG"),
    ("Fastly-Country,Fastly-Region", "UA", "UA-40", "UA-40"),
    ("X-AppEngine-Country,X-AppEngine-Region", "US", "ca", "US-CA"),
    ("Country,Region", "UA", "", "UA"),
    ("Country,Region", "UA-43", "", "UA-43"),
    ("Country,Region", "UA", "Donetsʹk Oblastʹ".encode().decode("latin-1"), "UA-14"),
    ("Country,Region", "UA", "x" * 5000, "UA"),
    ("Country,Region", "T1", "43", ""),
]


@pytest.mark.parametrize(("header", "country", "subdivision", "place"), TWO)
def test_two_headers_share_the_work(header, country, subdivision, place, where):
    keys = header.upper().replace("-", "_").split(",")
    headers = dict(zip(keys, (country, subdivision), strict=True))
    assert where(header=header, **headers) == Place(place)


# -- The chain of proxies --------------------------------------------------------------------------


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


# -- The peer itself -------------------------------------------------------------------------------


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


NAMES = ["CF_IPCOUNTRY", "CF_REGION", "X_FORWARDED_FOR", "FORWARDED", "X_REAL_IP", "NOTICEZONE"]
NAMES += ["NEWSROOM_PLACE", "NEWSROOM.PLACE", "REMOTE_ADDR", "TRUE_CLIENT_IP", "X_CLIENT_IP"]
HEADERS = st.dictionaries(
    st.sampled_from(NAMES) | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ_", max_size=12),
    st.sampled_from(["US", "UA-43", "T1", "XX", AMERICAN, EDGE, f"{AMERICAN}, {EDGE}", "10.0.0.1"])
    | st.text(max_size=30),
)


TRIED = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@TRIED
@given(headers=HEADERS, peer=st.sampled_from([RUSSIAN, AMERICAN, RUSSIAN_V6, "192.168.0.1", ""]))
def test_no_header_changes_the_outcome_from_an_untrusted_peer(headers, peer, where):
    assert where(peer=peer, **headers) == where(peer=peer)


WORDS = st.text(max_size=40)


@TRIED
@given(country=WORDS, subdivision=WORDS, forwarded=WORDS)
def test_no_header_of_an_edge_is_too_strange(country, subdivision, forwarded, where):
    found = where(header="A,B", A=country, B=subdivision, X_FORWARDED_FOR=forwarded)
    assert isinstance(found, Place)


# -- Our own visits, and what is remembered --------------------------------------------------------


def test_our_own_code_may_name_the_place_inside_the_process(db):
    environ = {OWN_PLACE: Place("UA-43"), "REMOTE_ADDR": RUSSIAN}
    assert place_of(environ, load_atlas(), trusted=(), header="") == Place("UA-43")
    environ = {OWN_PLACE: "UA-43", "REMOTE_ADDR": RUSSIAN}
    assert place_of(environ, load_atlas(), trusted=(), header="") == Place("RU")


def test_no_header_is_written_where_our_own_place_stands():
    assert not OWN_PLACE.startswith("HTTP_")


def test_only_trusted_peers_are_remembered(where):
    from articles.legal.peers import peers_of

    trusted = ("10.0.0.0/24",)
    where(peer=RUSSIAN, trusted=trusted, X_FORWARDED_FOR=AMERICAN)
    where(peer="10.0.0.7", trusted=trusted, X_FORWARDED_FOR=AMERICAN)
    assert peers_of(trusted).known == {"10.0.0.7"}
