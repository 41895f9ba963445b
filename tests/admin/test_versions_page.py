"""The versions of a story at the desk: listed by key, named, filtered; never too dear."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import EditorialLog, StoryVersion
from articles.publishing.name_version import name_version
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.vocabularies import VersionKind
from tests.html import errors_in


def url(verb, story, **query):
    return reverse(f"admin:articles_story_{verb}", args=[story.pk], query=query or None)


@pytest.fixture
def many(story, cast, now):
    """120 versions, as a live story of a long day has them."""
    save(story, actor=cast.reporter, now=now)
    first = story.versions.get()
    StoryVersion.objects.bulk_create(
        StoryVersion(
            story=story, number=number, kind=VersionKind.SAVED, content=first.content,
            content_hash=str(number), author_name="reporter", created_at=now,
        )
        for number in range(2, 121)
    )  # fmt: skip
    EditorialLog.objects.bulk_create(
        EditorialLog(verb="save", actor_name="reporter", noun="story", noun_id=story.pk,
                     happened_at=now)
        for _number in range(120)
    )  # fmt: skip
    return story


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_every_version_says_number_who_when_kind_reason_and_zone(story, cast, log_in, now):
    save(story, actor=cast.reporter, now=now)
    publish(story, actor=cast.desk_editor, now=now + timedelta(hours=1), reason="New facts")
    page = log_in(cast.reporter).get(url("history", story)).content.decode()
    assert "2026-02-01 13:00 Prague (12:00 UTC)" in page
    assert "2026-02-01 14:00 Prague (13:00 UTC)" in page
    for words in ("reporter", "desk_editor", "New facts", "Live now", "Published"):
        assert words in page
    assert errors_in(page) == []


def test_the_log_says_to_what_it_was_done(story, cast, log_in, now):
    EditorialLog.objects.create(
        verb="post_entry", actor_name="mara", noun="story", noun_id=story.pk, happened_at=now
    )
    page = log_in(cast.reporter).get(url("history", story)).content.decode()
    assert "posted an entry to this story</li>" in page


def test_many_versions_and_entries_are_paged_by_key(many, cast, log_in):
    client = log_in(cast.reporter)
    first = client.get(url("history", many))
    numbers = [row.version.number for row in first.context["rows"]]
    assert numbers == list(range(120, 70, -1))
    second = client.get(url("history", many, before=first.context["older"]))
    assert [row.version.number for row in second.context["rows"]] == list(range(70, 20, -1))
    third = client.get(url("history", many, before=second.context["older"]))
    assert [row.version.number for row in third.context["rows"]] == list(range(20, 0, -1))
    assert third.context["older"] == 0
    older = client.get(url("history", many, log_before=first.context["older_entries"]))
    assert len(older.context["entries"]) == 50


def test_the_page_costs_the_same_with_many_versions(many, cast, log_in):
    client = log_in(cast.reporter)
    assert queries(client, url("history", many)) <= 12


def test_the_form_does_not_pay_for_its_versions(many, photo, cast, log_in):
    assert queries(log_in(cast.desk_editor), url("change", many)) <= 25


def test_the_page_never_reads_the_contents(many, cast, log_in):
    client = log_in(cast.reporter)
    with CaptureQueriesContext(connection) as captured:
        client.get(url("history", many))
    assert not any('storyversion"."content"' in query["sql"] for query in captured)


def test_a_version_is_named_and_found_by_that(story, cast, log_in, now):
    save(story, actor=cast.reporter, now=now)
    story.headline = "Another"
    story.save()
    save(story, actor=cast.reporter, now=now)
    client = log_in(cast.reporter)
    sent = client.post(url("name_version", story), {"version": "1", "name": "As sent"})
    assert sent.url.endswith("#version-1")
    named = client.get(url("history", story, shown="named"))
    assert [row.version.number for row in named.context["rows"]] == [1]
    assert "As sent" in named.content.decode()


def test_a_refused_name_keeps_its_words(story, cast, log_in, now):
    save(story, actor=cast.reporter, now=now)
    refused = log_in(cast.reporter).post(
        url("name_version", story), {"version": "1", "name": "long " * 60}
    )
    assert refused.status_code == 422
    assert "at most 120" in refused.content.decode()
    assert "long long" in refused.content.decode()


def test_whoever_names_an_old_version_stays_where_it_stands(many, cast, log_in):
    client = log_in(cast.reporter)
    typed = {"version": "60", "name": "Old", "before": "71"}
    assert client.post(url("name_version", many), typed).url.endswith("?before=71#version-60")
    refused = client.post(url("name_version", many), typed | {"name": "long " * 60})
    assert "long long" in refused.content.decode()


@pytest.mark.parametrize("version", ["", "0", "x", "-1", "9" * 30, "٣"])
def test_what_is_no_version_cannot_be_named(version, story, cast, log_in):
    refused = log_in(cast.reporter).post(url("name_version", story), {"version": version})
    assert refused.status_code == 422


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "<script>"])
def test_nonsense_for_a_key_is_as_good_as_none(before, many, cast, log_in):
    page = log_in(cast.reporter).get(url("history", many, before=before, log_before=before))
    assert page.status_code == 200
    assert page.context["rows"][0].version.number == 120


def test_names_are_escaped(story, cast, log_in, now):
    save(story, actor=cast.reporter, now=now)
    name_version(story, 1, "<script>alert(1)</script>", actor=cast.reporter, now=now)
    for verb in ("history", "compare"):
        assert "<script>alert" not in log_in(cast.reporter).get(url(verb, story)).content.decode()


PAGES = ("history", "compare", "preview", "frame", "seen", "checks", "share", "name_version",
         "end_link")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_outsiders_find_none_of_these_pages(page, story, cast, log_in, now):
    save(story, actor=cast.reporter, now=now)
    client = log_in(cast.outsider)
    assert client.get(url(page, story)).status_code == 404
    assert client.post(url(page, story), {"version": "1", "name": "x"}).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_nobody_finds_them_without_a_log_in(page, story, client):
    assert "/admin/login/" in client.get(url(page, story))["Location"]


def test_who_may_only_look_names_and_shares_nothing(story, cast, log_in, now):
    save(story, actor=cast.reporter, now=now)
    client = log_in(cast.photo_editor)
    assert "Name it" not in client.get(url("history", story)).content.decode()
    assert client.post(url("name_version", story), {"version": "1"}).status_code == 404
    assert client.get(url("share", story)).status_code == 404
    assert log_in(cast.reporter).get(url("share", story)).status_code == 404
