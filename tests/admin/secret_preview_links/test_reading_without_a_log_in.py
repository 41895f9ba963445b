"""Whoever has the link reads what is not published, and machines get nothing of it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from articles.publishing.preview_links import Sharing, make_link
from tests.admin.secret_preview_links.reply import html
from tests.html import errors_in


def test_whoever_has_it_reads_the_draft_without_a_log_in(link, client):
    _row, address = link()
    page = client.get(address)
    assert page.status_code == 200
    assert "The river rises" in html(page)
    assert "Preview – not published" in html(page)
    assert errors_in(html(page)) == []


def test_machines_get_no_card_of_it(link, client):
    _row, address = link()
    text = html(client.get(address))
    for trace in ("og:", "ld+json", 'rel="canonical"', "mailto:"):
        assert trace not in text
    assert address not in text  # no link of the page carries the secret on


def test_it_shows_what_was_frozen_or_always_the_newest(link, client, story):
    (_one, frozen), (_two, newest) = link(), link(is_frozen=False)
    story.headline = "The river falls"
    story.save()
    assert "The river rises" in html(client.get(frozen))
    assert "The river falls" in html(client.get(newest))


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_is_only_read(method, link, client):
    _row, address = link()
    assert getattr(client, method)(address).status_code == 405


def test_a_persian_preview_is_persian(persian, make_story, cast, client, now):
    story = make_story(service=persian, headline="رود", body="<p>آب بالا می‌آید</p>")
    sharing = Sharing(uuid4(), timedelta(hours=1))
    _link, token = make_link(story, sharing, actor=cast.outsider, now=now)
    text = html(client.get(f"/preview/{token}/"))
    assert 'class="desk-ribbon" role="note" lang="fa" dir="rtl">پیش‌نمایش' in text
