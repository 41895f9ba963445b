"""No header, however strange, breaks anything or is believed from who is not trusted."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.legal.atlas import Place
from tests.legal.conftest import EDGE
from tests.legal.place.addresses import AMERICAN, RUSSIAN, RUSSIAN_V6

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
