"""A page that was made once is answered without Django, in every form that a reader asks for."""

import gzip

import brotli
import pytest


def test_the_second_reader_gets_it_without_django(site, url):
    first, second = site.get(url), site.get(url)
    assert first == second
    assert site.made == [url]


def test_a_hit_asks_the_database_nothing(site, url, django_assert_num_queries, monkeypatch):
    site.get(url)
    monkeypatch.setattr(site.cache.watch, "due_at", float("inf"))  # looks apart
    with django_assert_num_queries(0):
        assert site.get(url).status == 200


def test_the_page_is_the_same_in_every_coding(site, url):
    plain = site.get(url)
    packed = site.get(url, accept_encoding="gzip")
    smaller = site.get(url, accept_encoding="gzip, deflate, br")
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    assert brotli.decompress(smaller.body) == plain.body
    assert len(smaller.body) < len(packed.body) < len(plain.body)
    assert len({one.headers["ETag"] for one in (plain, packed, smaller)}) == 3
    assert site.made == [url]


@pytest.mark.parametrize(
    "accepted", ["br;q=0, gzip;q=0", "identity", "deflate", "x" * 5000, "br;q=0.000"]
)
def test_what_a_reader_refuses_is_not_sent(accepted, site, url):
    assert "Content-Encoding" not in site.get(url, accept_encoding=accepted).headers


def test_who_has_it_already_is_told_so(site, url):
    tag = site.get(url, accept_encoding="gzip").headers["ETag"]
    for match in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        reply = site.get(url, if_none_match=match)
        assert (reply.status, reply.body) == (304, b"")
        assert reply.headers["Cache-Control"] == "private, no-cache"
    assert site.get(url, if_none_match='"other"').status == 200


def test_a_304_is_never_kept_as_the_page(site, url):
    tag = site.get(url).headers["ETag"]
    site.cache.store.clear()
    assert site.get(url, if_none_match=tag).status == 304
    assert len(site.get(url).body) > 1000


def test_a_head_has_the_headers_and_no_body(site, url):
    page, head = site.get(url), site.get(url, method="HEAD")
    assert head.headers == page.headers
    assert head.body == b""


def test_a_head_makes_the_page_for_all(site, url):
    site.get(url, method="HEAD")
    assert len(site.get(url).body) > 1000
    assert site.made == [url]


def test_what_no_view_declares_splits_nothing(site, url):
    site.get(url)
    for query in ("?utm_source=x", "?fbclid=1&utm_medium=y", "?", "?" + "a=b&" * 300):
        assert site.get(url + query).status == 200
    assert site.made == [url]


def test_declared_parameters_make_pages_of_their_own(site, url):
    site.get(url)
    site.get(f"{url}?in=RU")
    site.get(f"{url}?utm=1&in=RU")
    assert len(site.made) == 2


def test_pages_of_a_killed_and_of_a_missing_story(site, url, on_air, cast, now):
    from articles.publishing.kill import kill

    kill(on_air.story, actor=cast.service_chief, now=now, reason="A source is at risk")
    assert [site.get(url).status for _twice in range(2)] == [410, 410]
    assert len(site.made) == 1
    assert [site.get("/en/a/none/999.html").status for _twice in range(2)] == [404, 404]
    assert len(site.made) == 3
