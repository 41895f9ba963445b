"""An entry is posted once, with all that readers see, and only where it can be."""

import threading
import uuid

import pytest
from django.db import connections

from articles.models import CacheLedger, EditorialLog, LiveEntry, PublishedEntry
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.freeze import freeze, reopen
from articles.publishing.live.post_entry import post_entry
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.live.words import Words
from articles.publishing.refusals import WrongState
from articles.vocabularies import Verb
from tests.live import post
from tests.publishing.live_entries.entries import SAID, on_air


def test_a_posted_entry_is_on_air_with_all_that_readers_see(
    live, cast, photo, reporter_byline, now
):
    entry = post(
        live,
        "A **bold** line\n- one\n- two\n> a word\n[here](https://example.org/a)",
        headline="Bridge <closed>",
        photo=photo,
        contributor=reporter_byline,
        is_key_event=True,
        actor=cast.desk_editor,
        now=now,
    )
    row = on_air(entry)
    assert row.document["html"] == (
        "<p>A <strong>bold</strong> line</p>\n<ul><li>one</li><li>two</li></ul>\n"
        '<blockquote><p>a word</p></blockquote>\n<p><a href="https://example.org/a">here</a></p>'
    )
    assert row.document["headline"] == "Bridge <closed>"
    assert row.document["photo"]["photo"] == photo.pk
    assert row.document["credit"] == {"kind": "person", "name": "Mara Ellery"}
    assert (row.is_key_event, row.is_pinned, row.posted_at) == (True, False, now)
    line = EditorialLog.objects.get(verb=Verb.POST_ENTRY)
    assert (line.actor, line.noun_id, line.details["entry"]) == (
        cast.desk_editor,
        live.pk,
        entry.pk,
    )


def test_posting_touches_the_coverage_and_no_front(live, now):
    post(live, now=now)
    assert CacheLedger.objects.latest("id").tags == [f"story-{live.pk}"]


def test_the_same_form_sent_twice_is_one_entry(live, cast, now):
    key = uuid.uuid4()
    first = post_entry(live, key, SAID, actor=cast.desk_editor, now=now)
    assert post_entry(live, key, SAID, actor=cast.desk_editor, now=now) == first
    assert PublishedEntry.objects.count() == LiveEntry.objects.count() == 1
    with pytest.raises(WrongState, match="when it was sent the first time"):
        post_entry(live, key, Words(text="Other words"), actor=cast.desk_editor, now=now)
    remove_entry(first, actor=cast.desk_editor, now=now, reason="Wrong")
    with pytest.raises(WrongState, match="removed since"):
        post_entry(live, key, SAID, actor=cast.desk_editor, now=now)


@pytest.mark.django_db(transaction=True)
def test_clicks_and_editors_at_the_same_moment_lose_and_double_nothing(live, cast, now):
    start, failures = threading.Barrier(4), []
    double, keys = uuid.uuid4(), [uuid.uuid4(), uuid.uuid4()]

    def click(key):
        try:
            start.wait()
            post_entry(live, key, SAID, actor=cast.desk_editor, now=now)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=click, args=[key]) for key in (double, double, *keys)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert PublishedEntry.objects.count() == 3


def test_nothing_is_posted_to_coverage_that_has_ended_until_it_is_resumed(live, cast, now):
    entry = post(live, now=now)
    freeze(live, actor=cast.desk_editor, now=now)
    tags = CacheLedger.objects.latest("id").tags
    assert {"front-en", f"story-{live.pk}"} <= set(tags)
    with pytest.raises(WrongState, match="ended"):
        post(live, actor=cast.desk_editor, now=now)
    change_entry(entry, SAID, actor=cast.desk_editor, now=now)
    live.on_air.refresh_from_db()
    assert live.on_air.document["coverage"]["ended_at"] == now.isoformat()
    reopen(live, actor=cast.desk_editor, now=now)
    post(live, actor=cast.desk_editor, now=now)
    live.on_air.refresh_from_db()
    assert live.on_air.card["coverage"]["ended_at"] is None


def test_nothing_is_posted_to_a_story_that_is_not_on_air_as_live(story, make_story, cast, now):
    with pytest.raises(WrongState, match="no live story"):
        post(story, actor=cast.desk_editor, now=now)
    draft = make_story(story_type="live")
    with pytest.raises(WrongState, match="not on air"):
        post(draft, actor=cast.desk_editor, now=now)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (Words(text=" \n- \n"), "says nothing"),
        (Words(text="x" * 10_001), "10000 characters"),
        (Words(headline="x" * 201), "200 characters"),
        (Words(text="No headline", is_key_event=True), "headline"),
    ],
)
def test_what_cannot_be_posted_is_told_in_a_sentence(words, sentence, live, cast, now):
    with pytest.raises(WrongState, match=sentence):
        post_entry(live, uuid.uuid4(), words, actor=cast.desk_editor, now=now)
    assert not LiveEntry.objects.exists()
