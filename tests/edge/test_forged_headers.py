"""Nobody changes their zone by what they send, however it is spelt."""

import re

import pytest

from tests.forging import NAMES, spellings


@pytest.fixture
def law(enforce, on_air):
    enforce("und", regions=["RU", "UA-OCC"], reach="matched")
    enforce("order", regions=["GB"], story=on_air, kind="withheld", reach="matched")
    enforce("eea", regions=["EEA"], kind="privacy", reach="matched")


def seen(reply):
    return reply.status, sorted(re.findall(rb'data-notice="([^"]+)"', reply.body))


def test_every_spelling_of_every_header_is_ignored(edge, url, law):
    """A stranger, who comes from an address that is no front's."""
    true = seen(edge.ask(url, [("Host", "localhost")], source="127.0.0.9"))
    for name in NAMES:
        for spelt in spellings(name):
            for said in ("GB", "RU"):
                headers = [("Host", "localhost"), (spelt, said)]
                assert seen(edge.ask(url, headers, source="127.0.0.9")) == true, spelt


def test_a_front_is_believed_and_what_the_reader_sent_through_it_is_not(edge, url, law):
    for name in NAMES:
        for spelt in spellings(name):
            if spelt in ("CF-IPCountry", "CF-Region-Code"):
                continue  # the front replaces these
            headers = [("Host", "localhost"), ("CF-IPCountry", "RU"), (spelt, "GB")]
            assert seen(edge.ask(url, headers)) == (200, [b"und"]), spelt
            headers = [("Host", "localhost"), (spelt, "US"), ("CF-IPCountry", "GB")]
            assert seen(edge.ask(url, headers))[0] == 451, spelt


def test_the_underscore_twin_of_the_fronts_header_does_not_win(edge, url, law):
    for twin in ("CF_IPCountry", "cf_ipcountry", "CF_IPCOUNTRY"):
        headers = [("Host", "localhost"), ("CF-IPCountry", "RU"), (twin, "US")]
        assert seen(edge.ask(url, headers)) == (200, [b"und"])


def test_connection_takes_nothing_out_on_the_way_to_the_origin(edge, url, law):
    for named in ("Noticeplace", "Noticezone", "CF-IPCountry", "keep-alive, Noticeplace"):
        headers = [("Host", "localhost"), ("Connection", named), ("CF-IPCountry", "GB")]
        assert seen(edge.ask(url, headers))[0] == 451, named
    # Varnish itself refuses to have its own headers named.
    headers = [("Host", "localhost"), ("Connection", "X-Forwarded-For"), ("CF-IPCountry", "GB")]
    assert edge.ask(url, headers).status == 400


def test_strangers_say_nothing_by_the_fronts_own_header(edge, url, law):
    assert seen(edge.get(url, "GB", source="127.0.0.9"))[0] == 200
    assert seen(edge.get(url, "GB", source="127.0.0.4"))[0] == 451


def test_the_address_that_a_front_passes_on_is_looked_up(edge, url, law):
    """The first hop from the right that is not the front itself; the leftmost is forged."""
    said = [("Host", "localhost"), ("X-Forwarded-For", "8.8.8.8, 212.58.244.1")]
    assert seen(edge.ask(url, said))[0] == 451
    said = [("Host", "localhost"), ("X-Forwarded-For", "212.58.244.1, 8.8.8.8")]
    assert seen(edge.ask(url, said))[0] == 200
