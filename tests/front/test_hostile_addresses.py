"""Addresses that nobody would type are answered like any other mistake."""

import pytest


@pytest.mark.parametrize(
    "path",
    [
        "/en/a/x/99999999999999999999999.html",
        "/en/a/x/9223372036854775808.html",
        "/en/a/%00/1.html",
    ],
)
def test_a_story_that_cannot_exist_is_not_found(path, english, client):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "key",
    [
        "0001-01-01T00:00:00+14:00_1",
        "9999-12-31T23:59:59-14:00_1",
        "2026-02-01T12:00:00+00:00_-1e9",
        "2026-02-01T12:00:00+00:00_" + "9" * 30,
        "2026-02-01T12:00:00_1",
    ],
)
def test_a_key_out_of_range_is_as_good_as_none(key, on_air, client):
    assert client.get("/en/", {"before": key}).content == client.get("/en/").content


@pytest.mark.parametrize("path", ["/en/%3Fa%23b/", "/en/a%22b/"])
def test_the_demonstration_s_bar_leads_back_to_the_very_same_address(
    path, english, client, settings
):
    settings.DEMO = True
    assert f'href="{path}?demo_place=RU"' in client.get(path).content.decode()


def test_no_link_of_the_bar_leaves_the_site(english, rf, settings):
    from articles.front.errors import page_not_found

    settings.DEMO = True
    request = rf.get("/")
    request.path = request.path_info = "//example.org/en/"
    assert b'href="//' not in page_not_found(request, Exception()).content
