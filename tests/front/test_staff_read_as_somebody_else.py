"""``?as_region=``: signed by the desk, good for its staff alone, kept by nobody."""

import re

import pytest

from articles.legal.preview import token_for


@pytest.fixture
def russian_warning(enforce):
    return enforce("russian", regions=["RU"], reach="matched")


@pytest.fixture
def as_russia(url):
    return f"{url}?as_region={token_for('RU')}"


def test_a_legal_officer_sees_the_page_as_there(as_russia, russian_warning, cast, client):
    client.force_login(cast.legal_officer)
    response = client.get(as_russia)
    html = response.content.decode()
    assert 'data-notice="russian"' in html
    assert "Preview: as a reader in Russia" in html
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_it_wins_over_the_place_of_the_request(url, russian_warning, cast, client, reader_in):
    client.force_login(cast.legal_officer)
    get = reader_in("RU")
    assert "data-notice" in get(url).content.decode()
    assert "data-notice" not in get(f"{url}?as_region={token_for('DE')}").content.decode()


def test_the_links_of_the_page_carry_it(as_russia, cast, client, on_air):
    client.force_login(cast.legal_officer)
    html = client.get(as_russia).content.decode()
    front = re.search(r'class="brand" href="([^"]+)"', html)[1].replace("&amp;", "&")
    assert "Preview: as a reader in Russia" in client.get(front).content.decode()


def test_an_unknown_place_can_be_tried_too(url, russian_warning, cast, client):
    client.force_login(cast.legal_officer)
    html = client.get(f"{url}?as_region={token_for('')}").content.decode()
    assert "Preview: as a reader in an unknown place" in html


def test_a_reader_without_a_login_cannot_use_the_address(as_russia, url, russian_warning, client):
    assert client.get(as_russia).content == client.get(url).content


@pytest.mark.parametrize("forged", ["RU", "RU:x:y", "", "RU:1:" + "a" * 40])
def test_what_the_desk_did_not_sign_is_nothing(forged, url, cast, client, russian_warning):
    client.force_login(cast.legal_officer)
    html = client.get(url, {"as_region": forged}).content.decode()
    assert "Preview" not in html
    assert "data-notice" not in html


def test_a_signature_ends_with_the_working_day(url, cast, client):
    import time_machine

    with time_machine.travel("2026-02-01T08:00Z", tick=False):
        token = token_for("RU")
    with time_machine.travel("2026-02-01T21:00Z", tick=False):
        client.force_login(cast.legal_officer)
        assert "Preview" not in client.get(f"{url}?as_region={token}").content.decode()


def test_readers_pages_look_at_no_session(url, client, django_assert_max_num_queries):
    client.get(url)
    with django_assert_max_num_queries(2):
        response = client.get(url)
    assert "Cookie" not in response["Vary"]
