"""Staff, forms, previews and errors go past the page cache and leave nothing in it."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.legal.preview import token_for
from articles.publishing.actors import SYSTEM
from articles.publishing.unpublish import unpublish


@pytest.fixture
def cookie(cast):
    client = Client()
    client.force_login(cast.legal_officer)
    return f"sessionid={client.cookies['sessionid'].value}"


def test_a_member_of_staff_neither_gets_nor_makes_a_kept_page(site, url, cookie):
    for _twice in range(2):
        assert site.get(url, cookie=cookie).status == 200
    assert len(site.made) == 2
    assert len(site.cache.store) == 0


@pytest.mark.parametrize(
    "spelling",
    [
        "a=b; {}", "{}; a=b", "a=b;{};c=d", " {}", "\t{}", "a; {}", "=x;{}", "{};", ";;{}",
        "sessionid=; {}", 'a="b; {}',
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["sessionid={}", "sessionid ={}", "sessionid\t= {}"])
def test_however_a_session_is_spelt_it_is_one(form, spelling, site, url, cookie):
    """As Django reads it: a reader's kept page is not for it, and its page is for nobody else."""
    said = spelling.format(form.format(cookie.removeprefix("sessionid=")))
    site.get(url, cookie=said)
    assert len(site.cache.store) == 0
    site.get(url)
    site.get(url, cookie=said)
    assert len(site.made) == 3


def test_a_preview_is_made_each_time_and_never_for_others(site, url, cookie):
    asked = f"{url}?as_region={token_for('RU')}"
    for _twice in range(2):
        assert b"Preview" in site.get(asked, cookie=cookie).body
    assert len(site.cache.store) == 0
    assert len(site.made) == 2


def test_who_has_no_session_asks_for_no_preview_but_for_the_page(site, url):
    """Else anybody could keep the desk's places busy, by a link that is never kept."""
    site.get(url)
    assert b"Preview" not in site.get(f"{url}?as_region={token_for('RU')}").body
    assert len(site.made) == 1


@pytest.mark.parametrize("path", ["/admin/", "/healthz", "/readyz", "/robots.txt", "/static/x.css"])
def test_what_is_no_page_is_not_kept(path, site, db):
    site.get(path)
    assert len(site.cache.store) == 0


def test_a_form_goes_to_django(site, url):
    site.get(url)
    assert site.get(url, method="POST").status == 403  # no token
    assert site.made == [url, url]


def test_a_page_that_no_device_may_store_is_kept_here_and_says_so_each_time(site, url, enforce):
    enforce(effects=["hide_save"], reach="everyone")
    for _twice in range(2):
        assert site.get(url).headers["Cache-Control"] == "private, no-store"
    assert site.made == [url]


def test_a_redirect_and_a_foreign_host_leave_nothing(site, url, on_air):
    assert site.get(f"/en/a/wrong/{on_air.pk}.html").status == 301
    assert site.get(url, host="evil.example").status == 400
    assert len(site.cache.store) == 0


def test_other_cookies_are_nobodys_session(site, url):
    site.get(url, cookie="theme=dark")
    site.get(url, cookie="a=b; c=d")
    assert site.made == [url]


def test_memory_is_bounded_and_the_least_asked_go_first(make_site, url):
    small = make_site(limit=100_000)
    for number in range(12):
        small.get(url, host=f"testserver:{number}")
    store = small.cache.store
    assert store.size <= 100_000
    assert 0 < len(store) < 12


def test_a_draft_is_nowhere_to_be_had_and_never_kept(site, cast, make_story, cookie):
    """Neither by its number, nor at the desk: what readers could get is published."""
    draft = make_story(headline="Not yet to be read")
    paths = [
        f"/en/a/not-yet-to-be-read/{draft.pk}.html",
        f"/en/a/{draft.slug or 'x'}/{draft.pk}.html",
        reverse("admin:articles_story_change", args=[draft.pk]),
        reverse("admin:articles_story_history", args=[draft.pk]),
    ]
    for path in paths:
        for headers in ({}, {"cookie": cookie}, {"cookie": "a=b"}):
            reply = site.get(path, **headers)
            assert "cookie" in headers or b"Not yet to be read" not in reply.body
            assert reply.status != 200 or headers.get("cookie") == cookie
    assert len(site.cache.store) == 0


def test_what_was_kept_before_it_was_taken_down_is_not_had_either(site, url, on_air, now, soon):
    site.get(url)
    unpublish(on_air.story, actor=SYSTEM, now=now)
    soon()
    assert [site.get(url).status for _twice in range(2)] == [404, 404]
    assert not [key for key in site.cache.store._entries if url in key]


def test_working_on_a_live_story_changes_no_page(site, url, on_air):
    page = site.get(url)
    on_air.story.headline = "Only in the working copy"
    on_air.story.save()
    site.cache.store.clear()
    assert site.get(url).body == page.body
