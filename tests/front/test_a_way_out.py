"""A way out, on every page of a service that wants one: a plain link, of no use to a referrer."""

import pytest

from articles.pages import standing

WEATHER = "https://weather.example.org/"


@pytest.fixture
def in_danger(english):
    english.exit_url = WEATHER
    english.save()
    standing.forget()


@pytest.mark.parametrize(
    "path", ["/en/", "/en/nowhere/", "/en/place/", "story", "story?edition=text"]
)
def test_every_page_of_the_service_has_it(path, in_danger, on_air, url, client):
    response = client.get(path.replace("story", url))
    assert f'<a href="{WEATHER}" rel="noreferrer nofollow" data-exit>' in response.content.decode()
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_other_services_have_none(in_danger, persian, client):
    html = client.get("/fa/").content.decode()
    assert "data-exit" not in html
    assert "<script src" not in html
