"""Somebody without a log-in reads what is not published: until it is over, and nothing else."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.caching.page_key import is_cacheable
from articles.models import Byline, Contributor, PreviewLink
from articles.models.service import validate_not_reserved
from articles.publishing.kill import kill
from articles.publishing.preview_links import Sharing, end_link, make_link
from articles.publishing.publish import publish
from newsroom.wsgi import RULES
from tests.caching.conftest import environ_of
from tests.html import errors_in


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def link(story, cast, now):
    """Its row and its address."""

    def make(hours=1, **said):
        sharing = Sharing(uuid4(), timedelta(hours=hours), **said)
        row, token = make_link(story, sharing, actor=cast.desk_editor, now=now)
        return row, f"/preview/{token}/"

    return make


def html(response):
    return response.content.decode()


def test_whoever_has_it_reads_the_draft_without_a_log_in(link, client):
    _row, address = link()
    page = client.get(address)
    assert page.status_code == 200
    assert "The river rises" in html(page)
    assert "Preview – not published" in html(page)
    assert errors_in(html(page)) == []


def test_nobody_keeps_it_and_nobody_learns_where_the_reader_came_from(link, client):
    _row, address = link()
    page = client.get(address)
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert '<meta name="robots" content="noindex, nofollow">' in html(page)
    assert not {"ETag", "Set-Cookie", "Surrogate-Control", "Surrogate-Key"} & set(page.headers)
    assert not page.cookies


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


def test_when_its_time_is_over_it_says_so(link, client, now):
    _row, address = link(hours=1)
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        page = client.get(address)
    assert page.status_code == 410
    assert "This preview is over" in html(page)
    assert "The river" not in html(page)
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "no-referrer"


def test_when_it_was_ended_it_says_so(link, client, cast, now):
    row, address = link()
    end_link(row, actor=cast.desk_editor, now=now)
    assert client.get(address).status_code == 410


def test_a_killed_story_is_over_for_everybody(link, client, story, cast, now):
    _row, address = link()
    publish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Source")
    page = client.get(address)
    assert page.status_code == 410
    assert "The river" not in html(page)


def test_a_deleted_link_is_not_found(link, client):
    row, address = link()
    row.delete()
    page = client.get(address)
    assert page.status_code == 404
    assert "cannot be found" in html(page)


@pytest.mark.parametrize(
    "change",
    [lambda token: token[:-1], lambda token: token[:-1] + "~", lambda token: token.upper(),
     lambda token: token + "A", lambda _token: "x" * 43, lambda _token: "é" * 43,
     lambda _token: "%00" * 43, lambda _token: "9" * 3_000],
)  # fmt: skip
def test_a_forged_token_is_not_found(change, link, client):
    _row, address = link()
    token = address.split("/")[2]
    assert client.get(f"/preview/{change(token)}/").status_code == 404
    assert PreviewLink.objects.count() == 1


def test_the_hash_in_the_database_opens_nothing(link, client):
    row, _address = link()
    assert client.get(f"/preview/{row.token_hash}/").status_code == 404
    assert client.get(f"/preview/{row.token_hash[:43]}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_is_only_read(method, link, client):
    _row, address = link()
    assert getattr(client, method)(address).status_code == 405


def test_the_law_holds_for_it_too(link, client, story, enforce, settings):
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched", title="No")
    enforce("warning", regions=["RU"], reach="matched")
    settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["127.0.0.1/32"], "Region"
    _row, address = link()
    withheld = client.get(address, headers={"region": "GB"})
    assert withheld.status_code == 451
    assert "The river" not in html(withheld)
    assert withheld["Referrer-Policy"] == "no-referrer"
    assert 'data-notice="warning"' in html(client.get(address, headers={"region": "RU"}))
    assert "data-notice" not in html(client.get(address, headers={"region": "DE"}))


def test_no_log_learns_the_secret(link, client, story, enforce, settings, caplog, now):
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched", title="No")
    settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["127.0.0.1/32"], "Region"
    _row, address = link()
    client.get(address, headers={"region": "GB"})
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        client.get(address)
    assert address not in caplog.text


def test_a_protected_name_stays_protected(link, client, story):
    person = Contributor.objects.create(name="Ada Secret", slug="ada", byline_policy="none")
    Byline.objects.create(story=story, contributor=person)
    _row, address = link()
    assert "Ada Secret" not in html(client.get(address))


def test_a_persian_preview_is_persian(persian, make_story, cast, client, now):
    story = make_story(service=persian, headline="رود", body="<p>آب بالا می‌آید</p>")
    sharing = Sharing(uuid4(), timedelta(hours=1))
    _link, token = make_link(story, sharing, actor=cast.outsider, now=now)
    text = html(client.get(f"/preview/{token}/"))
    assert 'class="desk-ribbon" role="note" lang="fa" dir="rtl">پیش‌نمایش' in text


def test_the_page_cache_never_holds_it(link):
    _row, address = link()
    assert not is_cacheable(environ_of(address), RULES)


def test_an_editor_makes_one_and_sees_it_this_once(story, cast, log_in, client):
    editor = log_in(cast.desk_editor)
    address = reverse("admin:articles_story_share", args=[story.pk])
    form = editor.get(address)
    key = form.context["form"]["key"].value()
    typed = {"key": key, "hours": "24", "shows": "frozen", "for_whom": "Our lawyer"}
    made = editor.post(address, typed)
    url = made.context["url"]
    assert url.startswith("http://testserver/preview/")
    assert client.get(url.removeprefix("http://testserver")).status_code == 200
    assert "no-store" in made["Cache-Control"]
    assert errors_in(html(made)) == []

    assert editor.post(address, typed).context["url"] == url  # sent twice
    assert PreviewLink.objects.count() == 1
    page = html(editor.get(reverse("admin:articles_story_preview", args=[story.pk])))
    assert "Our lawyer" in page
    assert "Made by" in page
    assert url not in page
    assert "Our lawyer" in html(
        log_in(cast.reporter).get(reverse("admin:articles_story_preview", args=[story.pk]))
    )


@pytest.mark.parametrize(
    "typed",
    [{"key": ""}, {"key": "x"}, {"hours": ""}, {"hours": "9999"}, {"hours": "-1"}, {"hours": "x"},
     {"shows": "all"}, {"shows": ""}, {"for_whom": "x" * 200}],
)  # fmt: skip
def test_a_bad_form_makes_no_link_and_says_why(typed, story, cast, log_in):
    good = {"key": str(uuid4()), "hours": "24", "shows": "frozen"}
    address = reverse("admin:articles_story_share", args=[story.pk])
    refused = log_in(cast.desk_editor).post(address, good | typed)
    assert refused.status_code == 422
    assert "Choose how long" in html(refused)
    assert not PreviewLink.objects.exists()


def test_an_editor_ends_it_with_one_click(link, story, cast, log_in, client):
    row, address = link()
    ended = log_in(cast.desk_editor).post(
        reverse("admin:articles_story_end_link", args=[story.pk]), {"link": row.pk}
    )
    assert ended.status_code == 302
    assert client.get(address).status_code == 410


def test_a_link_of_another_story_is_not_ended_through_this_one(link, make_story, cast, log_in):
    row, _address = link()
    other = make_story(headline="Another")
    address = reverse("admin:articles_story_end_link", args=[other.pk])
    client = log_in(cast.desk_editor)
    assert client.post(address, {"link": row.pk}).status_code == 404
    assert client.post(address, {"link": "9" * 40}).status_code == 404
    row.refresh_from_db()
    assert row.revoked_at is None


def test_no_service_may_take_its_address():
    with pytest.raises(ValidationError):
        validate_not_reserved("preview")
