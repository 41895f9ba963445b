"""The list of stories: views to come back to, a search for words, a count with an end."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin import story_list, story_views
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.vocabularies import ReviewStatus

PATH = "/admin/articles/story/"


@pytest.fixture
def headlines(log_in):
    def ask(user, **query):
        response = log_in(user).get(PATH, query)
        assert response.status_code == 200
        return {story.headline for story in response.context["cl"].result_list}

    return ask


def test_each_view_shows_what_its_name_says(make_story, cast, headlines, now):
    make_story(headline="Mine", created_by=cast.reporter)
    make_story(headline="In review", review_status=ReviewStatus.IN_REVIEW)
    make_story(headline="Approved", review_status=ReviewStatus.APPROVED)
    breaking = make_story(headline="Breaking", breaking_until=timezone.now() + timedelta(hours=1))
    publish(breaking, actor=SYSTEM, now=now)
    changed = make_story(headline="Changed")
    publish(changed, actor=SYSTEM, now=now)
    changed.refresh_from_db()
    changed.standfirst = "New"
    changed.save()
    save(changed, actor=SYSTEM, now=now)
    seen = {view: headlines(cast.reporter, view=view) for view in story_views.VIEWS}
    assert seen == {
        "mine": {"Mine"}, "review": {"In review"}, "approved": {"Approved"}, "scheduled": set(),
        "changed": {"Changed"}, "breaking": {"Breaking"},
    }  # fmt: skip


def test_search_wants_every_word_and_knows_numbers(make_story, cast, headlines):
    dam = make_story(headline="The dam above the town", slugline="karasu")
    make_story(headline="The town below")
    assert headlines(cast.reporter, q="town dam") == {dam.headline}
    assert headlines(cast.reporter, q="KARASU") == {dam.headline}
    assert headlines(cast.reporter, q=str(dam.pk)) == {dam.headline}
    assert headlines(cast.reporter, q="nowhere") == set()
    assert headlines(cast.reporter, q="?") == set()
    assert headlines(cast.reporter, q=" ") == {dam.headline, "The town below"}


@pytest.mark.parametrize("query", ["\0", "%", "_", "'", "9" * 40, "a " * 500, "‮", "۵"])
def test_odd_searches_are_answered(query, story, cast, headlines):
    headlines(cast.reporter, q=query)


@pytest.mark.parametrize("query", [{"view": "nothing"}, {"p": "9999"}, {"p": "x"}, {"o": "99"}])
def test_odd_addresses_are_no_error(query, story, cast, log_in):
    assert log_in(cast.reporter).get(PATH, query).status_code in (200, 302)


def test_stories_of_others_are_in_no_view_and_no_search(make_story, persian, cast, headlines):
    make_story(service=persian, section=None, headline="Theirs",
               review_status=ReviewStatus.IN_REVIEW)  # fmt: skip
    assert headlines(cast.reporter, q="Theirs") == set()
    assert headlines(cast.reporter, view="review") == set()


def test_nothing_is_counted_without_end(make_story, cast, log_in, monkeypatch):
    monkeypatch.setattr(story_list, "MOST", 3)
    for number in range(6):
        make_story(headline=f"Story {number}")
    client = log_in(cast.reporter)
    with CaptureQueriesContext(connection) as captured:
        html = client.get(PATH).content.decode()
    counts = [one["sql"] for one in captured if "COUNT(" in one["sql"] and "_story" in one["sql"]]
    assert counts
    assert all("LIMIT 4" in sql for sql in counts)
    assert "more than 3 stories" in html


def test_the_list_reads_no_texts(story, cast, log_in):
    client = log_in(cast.reporter)
    with CaptureQueriesContext(connection) as captured:
        client.get(PATH)
    assert not [one["sql"] for one in captured if '"articles_story"."body"' in one["sql"]]


@pytest.mark.parametrize("view", ["", *story_views.VIEWS])
def test_no_view_costs_more_than_twenty_queries(view, make_story, cast, log_in):
    for number in range(30):
        make_story(headline=f"Story {number}", review_status=ReviewStatus.IN_REVIEW)
    client = log_in(cast.desk_editor)
    with CaptureQueriesContext(connection) as captured:
        client.get(PATH, {"view": view, "q": "story"} if view else {})
    assert len(captured) <= 20


def related(client, **query):
    return client.get(reverse("admin:story_related"), query)


def test_the_editor_finds_stories_on_air_of_its_own_service(
    make_story, english, persian, cast, log_in, now
):
    live = make_story(headline="The dam on air")
    publish(live, actor=SYSTEM, now=now)
    draft = make_story(headline="The dam in draft")
    theirs = make_story(service=persian, section=None, headline="The dam of others")
    publish(theirs, actor=SYSTEM, now=now)
    client = log_in(cast.reporter)
    found = related(client, service=english.pk, q="dam").json()["stories"]
    assert [row["id"] for row in found] == [live.pk]
    by_number = related(client, service=english.pk, ids=f"{draft.pk},{theirs.pk}").json()["stories"]
    assert [row["id"] for row in by_number] == [draft.pk]
    assert related(client, service=persian.pk, q="dam").json()["stories"] == []
    assert related(client, service="x", q="\0").json()["stories"] == []
