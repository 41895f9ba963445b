"""Status codes and headers are the contract."""

import pytest

from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish
from tests.html import errors_in


def test_a_wrong_slug_leads_to_the_right_address(on_air, url, client, persian):
    for wrong in (f"/en/a/wrong/{on_air.pk}.html", f"/fa/a/{on_air.slug}/{on_air.pk}.html"):
        response = client.get(wrong)
        assert response.status_code == 301
        assert response["Location"] == url


@pytest.mark.parametrize(
    "path",
    [
        "/en/a/x/999999.html",
        "/en/z/nothing/",
        "/en/t/nothing/",
        "/en/author/nobody/",
        "/en/nothing",
    ],
)
def test_what_is_not_there_is_said_in_the_service_s_design(path, english, client):
    response = client.get(path, follow=True)
    assert response.status_code == 404
    assert "The page you are looking for cannot be found" in response.content.decode()
    assert "Radio Lantern" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex"


def test_the_persian_404_is_persian(persian, english, client):
    html = client.get("/fa/a/x/1.html").content.decode()
    assert '<html lang="fa" dir="rtl">' in html
    assert "cannot be found" not in html


def test_an_unpublished_story_is_not_found(on_air, story, url, client, now):
    unpublish(story, actor=SYSTEM, now=now)
    assert client.get(url).status_code == 404


def test_a_killed_story_is_gone_with_a_note_and_without_a_word(on_air, story, url, client, now):
    kill(story, actor=SYSTEM, now=now, reason="Source in danger")
    for path in (url, f"/en/a/any-slug/{on_air.pk}.html"):
        response = client.get(path)
        assert response.status_code == 410
        text = response.content.decode()
        assert "This story has been withdrawn" in text
        assert "danger" not in text
        assert "river" not in text.replace("the-river-rises", "")


def test_every_address_answers_get_and_head_only(on_air, url, client):
    for path in ("/", "/en/", "/en/z/politics/", url, "/robots.txt", "/healthz", "/readyz"):
        assert client.get(path).status_code == 200
        assert client.head(path).status_code == 200
        assert client.post(path).status_code == 405


def test_the_headers_are_those_of_the_contract(on_air, url, client):
    response = client.get(url)
    assert response["Cache-Control"] == "private, no-cache"
    assert response["Vary"] == "Accept-Encoding, Noticezone"
    assert response["ETag"].startswith('"')
    assert response["Referrer-Policy"]
    assert response["Permissions-Policy"]
    assert "Set-Cookie" not in response
    assert not response.cookies
    policy = response["Content-Security-Policy"]
    # One optional file of our own, on story pages alone (tests/front/test_sharing.py).
    assert "script-src 'self'" in policy
    assert "script-src 'none'" in client.get("/en/")["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "'sha256-" in policy


def test_an_unchanged_page_is_answered_with_304(on_air, url, client):
    etag = client.get(url)["ETag"]
    again = client.get(url, headers={"if-none-match": etag})
    assert again.status_code == 304
    assert again["ETag"] == etag
    assert again["Vary"] == "Accept-Encoding, Noticezone"
    assert again.content == b""


def test_a_killed_story_is_never_answered_with_304(on_air, story, url, client, now):
    etag = client.get(url)["ETag"]
    kill(story, actor=SYSTEM, now=now, reason="Court")
    assert client.get(url, headers={"if-none-match": etag}).status_code == 410


def test_undeclared_parameters_and_nonsense_change_nothing(on_air, client):
    plain = client.get("/en/").content
    for query in ("utm_source=x", "before=", "before=x_y", "before=2026-13-01_1", "demo_place=RU"):
        assert client.get(f"/en/?{query}").content == plain


def test_pages_are_valid_html(on_air, url, client, story, now):
    for path in ("/", "/en/", "/en/z/politics/", "/en/author/mara-ellery/", url, "/en/nothing/"):
        assert errors_in(client.get(path).content.decode()) == [], path


def test_the_500_page_needs_no_database(client, rf):
    from articles.front.errors import server_error

    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert b"Something went wrong" in response.content


def test_pages_go_on_by_key(make_story, client, now):
    from datetime import timedelta

    for number in range(35):
        publish(
            make_story(headline=f"Story {number:02}"),
            actor=SYSTEM,
            now=now + timedelta(minutes=number),
        )
    first = client.get("/en/z/politics/").content.decode()
    older = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    second = client.get(older.replace("&amp;", "&")).content.decode()
    seen = [f"Story {number:02}" for number in range(35)]
    assert all((headline in first) != (headline in second) for headline in seen)
