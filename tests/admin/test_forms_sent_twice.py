"""A double click without scripts, a POST sent again after a lost answer: said and done once."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from articles.models import Announcement, Correction, EditorialLog, StoryComment
from articles.publishing.comments import add_comment
from articles.publishing.publish import publish
from articles.publishing.review import approve, request_changes, submit
from articles.publishing.save import save
from articles.vocabularies import ReviewStatus, Verb

KEY = re.compile(r'name="form_key" value="([^"]+)"')


def url(verb, story):
    return reverse(f"admin:articles_story_{verb}", args=[story.pk])


def opened(client, address):
    """The form that a browser has before it, with its key."""
    return {"form_key": KEY.search(client.get(address).content.decode()).group(1)}


def twice(client, address, sent):
    answers = [client.post(address, sent) for _click in range(2)]
    assert answers[0].status_code == answers[1].status_code
    assert answers[0].get("Location") == answers[1].get("Location")
    return answers[1]


@pytest.mark.parametrize("panel", ["", "?panel=1"])
@pytest.mark.parametrize("kind", ["plain", "of a passage", "an answer"])
def test_a_comment_is_one(kind, panel, story, cast, log_in, now):
    first = add_comment(story, "Which bridge?", actor=cast.reporter, now=now)
    more = {"plain": {}, "of a passage": {"quote": "The second one."},
            "an answer": {"answers": first.pk}}[kind]  # fmt: skip
    client, page = log_in(cast.desk_editor), url("comments", story)
    logged = EditorialLog.objects.count()
    twice(client, page + panel, opened(client, page) | {"text": "Sure?"} | more)
    assert story.comments.filter(text="Sure?").count() == 1
    assert EditorialLog.objects.count() == logged + 1


def test_every_form_of_the_discussion_has_a_key(story, cast, log_in, now):
    add_comment(story, "Which bridge?", actor=cast.reporter, now=now)
    html = log_in(cast.desk_editor).get(url("comments", story)).content.decode()
    assert len(KEY.findall(html)) == html.count('name="text"') == 2


def test_what_is_written_anew_after_back_is_not_lost(story, cast, log_in):
    client, page = log_in(cast.desk_editor), url("comments", story)
    form = opened(client, page)
    for text in ("Sure?", "Sure, and when?", "Sure?"):
        client.post(page, form | {"text": text})
    assert [one.text for one in story.comments.all()] == ["Sure?", "Sure, and when?"]


def test_the_same_words_from_another_form_are_said_again(story, cast, log_in):
    client, page = log_in(cast.desk_editor), url("comments", story)
    for _time in range(2):
        client.post(page, opened(client, page) | {"text": "And?"})
    assert story.comments.count() == 2


@pytest.mark.parametrize("key", ["", "x", "0" * 5000])
def test_a_key_that_somebody_made_up_hinders_nothing(key, story, cast, log_in):
    answer = log_in(cast.desk_editor).post(url("comments", story), {"text": "Hm", "form_key": key})
    assert answer.status_code == 302
    assert story.comments.count() == 1


def test_the_key_of_another_story_keeps_nobody_silent(story, make_story, cast, log_in):
    client, other = log_in(cast.desk_editor), make_story()
    form = opened(client, url("comments", story)) | {"text": "Hm"}
    for one in (story, other):
        client.post(url("comments", one), form)
    assert StoryComment.objects.count() == 2


@pytest.fixture
def submitted(story, cast, now):
    submit(story, actor=cast.reporter, now=now)
    return story


def test_a_story_is_given_back_once(submitted, cast, log_in):
    client, page = log_in(cast.desk_editor), url("give_back", submitted)
    twice(client, page, opened(client, page) | {"reason": "Name the river"})
    assert submitted.comments.count() == 1
    assert Announcement.objects.count() == 1


def test_a_change_is_asked_for_once(submitted, cast, log_in):
    client, panel = log_in(cast.desk_editor), url("comments", submitted) + "?panel=1"
    sent = opened(client, panel) | {"gives_back": "1", "quote": "One.", "text": "Name the river"}
    assert "went back to its writers" in twice(client, panel, sent).content.decode()
    assert submitted.comments.count() == 1


@pytest.mark.parametrize("again", ["in review", "approved"])
@pytest.mark.parametrize("where", ["page", "panel"])
def test_what_came_back_to_review_is_given_back_by_the_form_of_an_earlier_round(
    where, again, submitted, cast, log_in, now
):
    client = log_in(cast.desk_editor)
    page = url("give_back", submitted) if where == "page" else url("comments", submitted) + "?panel"
    sent = opened(client, page) | {"reason": "Not yet", "text": "Not yet", "gives_back": "1"}
    for rounds in (1, 2, 3):
        twice(client, page, sent)
        submitted.refresh_from_db()
        assert submitted.review_status == ReviewStatus.CHANGES_REQUESTED
        assert submitted.comments.filter(asks_for_change=True).count() == rounds
        assert EditorialLog.objects.filter(verb=Verb.REQUEST_CHANGES).count() == rounds
        assert Announcement.objects.filter(user=cast.reporter, kind="changes").count() == rounds
        submit(submitted, actor=cast.reporter, now=now)
        if again == "approved":
            approve(submitted, actor=cast.desk_editor, now=now)


def test_what_is_no_more_in_review_is_not_said_to_have_gone_back(submitted, cast, log_in, now):
    client, page = log_in(cast.desk_editor), url("give_back", submitted)
    sent = opened(client, page) | {"reason": "Not yet"}
    client.post(page, sent)
    publish(submitted, actor=cast.desk_editor, now=now)
    answer = client.post(page, sent)
    assert answer.status_code == 422
    assert "Only a story in review can be given back." in answer.content.decode()


def test_readers_are_told_of_an_error_once(story, cast, log_in, now):
    publish(story, actor=cast.desk_editor, now=now)
    client, page = log_in(cast.desk_editor), url("correct", story)
    sent = opened(client, page) | {"kind": "correction", "text": "It was the other bridge."}
    twice(client, page, sent)
    assert Correction.objects.count() == 1
    assert story.versions.filter(kind="published").count() == 2
    client.post(page, sent | {"text": "And the other river."})
    assert Correction.objects.count() == 2


def test_somebody_is_told_once_that_a_story_is_theirs(story, cast, log_in):
    client, page = log_in(cast.desk_editor), url("assign", story)
    sent = opened(client, page) | {"to": cast.reporter.pk, "note": "By six"}
    twice(client, page, sent)
    assert Announcement.objects.count() == 1
    client.post(page, sent | {"note": "By five"})
    assert Announcement.objects.count() == 2


def assigned(story):
    return EditorialLog.objects.filter(verb="assign", noun="story", noun_id=story.pk).count()


@pytest.mark.parametrize("by", ["desk_editor", "service_chief"])
def test_a_story_assigned_anew_to_the_same_person_is_told_anew(by, story, cast, log_in):
    for rounds, person in enumerate((cast.desk_editor, getattr(cast, by)), start=1):
        client, page = log_in(person), url("assign", story)
        client.post(page, opened(client, page) | {"to": cast.reporter.pk, "note": ""})
        assert assigned(story) == Announcement.objects.count() == rounds


def test_the_form_of_an_earlier_assignment_is_heard_after_something_happened(
    story, cast, log_in, now
):
    client, page = log_in(cast.desk_editor), url("assign", story)
    sent = opened(client, page) | {"to": cast.reporter.pk, "note": ""}
    client.post(page, sent)
    submit(story, actor=cast.reporter, now=now)
    request_changes(story, "Not yet", actor=cast.service_chief, now=now)
    twice(client, page, sent)
    assert assigned(story) == 2
    assert Announcement.objects.filter(kind="assigned").count() == 2


def test_one_form_assigns_to_one_person_after_another(story, cast, log_in):
    client, page = log_in(cast.desk_editor), url("assign", story)
    form = opened(client, page) | {"note": ""}
    for to in (cast.reporter.pk, "", cast.reporter.pk):
        twice(client, page, form | {"to": to})
        story.refresh_from_db()
        assert story.assigned_to_id == (to or None)
    assert assigned(story) == 3


def test_a_version_is_restored_once(story, cast, log_in, now):
    save(story, actor=cast.desk_editor, now=now)
    story.headline = "Written anew"
    story.save()
    client, page = log_in(cast.desk_editor), url("restore", story) + "?version=1"
    twice(client, page, opened(client, page))
    assert EditorialLog.objects.filter(verb="restore").count() == 1
    assert story.versions.count() == 3
