"""What a notice switches off is not hidden: it is not in the page."""

import re

import pytest

CONTROLS = {
    "hide_share": "data-share",
    "hide_contact": "data-contact",
    "hide_donate": "data-donate",
}


@pytest.fixture
def page(english, url, client):
    english.contact_url = "https://example.org/contact"
    english.donate_url = "https://example.org/donate"
    english.save()

    def get(path=url):
        return client.get(path).content.decode()

    return get


def test_every_control_stands_where_nothing_forbids_it(page):
    html = page()
    assert all(control in html for control in CONTROLS.values())


@pytest.mark.parametrize("effect", CONTROLS)
def test_an_effect_takes_its_control_and_no_other(effect, page, enforce):
    enforce(effects=[effect], reach="everyone")
    html = page()
    assert {name for name, control in CONTROLS.items() if control not in html} == {effect}


def test_the_foot_obeys_on_every_page_though_it_is_kept_rendered(page, enforce):
    assert "data-donate" in page("/en/")
    enforce(effects=["hide_donate", "hide_contact"], reach="everyone")
    for path in ("/en/", "/en/z/politics/", "/en/nowhere/", "/en/place/"):
        assert "data-donate" not in page(path), path
        assert "data-contact" not in page(path), path


def test_a_notice_beside_sharing_stands_there_even_without_sharing(page, enforce):
    enforce("beside", placements=["near_share"], effects=["hide_share"], reach="everyone")
    html = page()
    assert 'data-notice="beside"' in html
    assert "data-share" not in html


def test_noindex_stands_in_header_and_meta(url, client, enforce):
    enforce(effects=["noindex"], reach="everyone")
    response = client.get(url)
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_what_must_not_be_saved_is_not_stored(url, client, enforce):
    enforce(effects=["hide_save"], reach="everyone")
    assert client.get(url)["Cache-Control"] == "private, no-store"


def test_a_shared_letter_carries_headline_and_address(page, on_air, url):
    letter = re.search(r'href="(mailto:[^"]+)" data-share', page())[1].replace("&amp;", "&")
    assert "The%20river%20rises" in letter
    assert url.replace("/", "%2F") in letter
