"""Entries of live coverage: posted once, changed, corrected, marked, removed; and by whom."""

import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connections
from django.db.models import F

from articles.models import CacheLedger, EditorialLog, LiveEntry, PublishedEntry
from articles.publishing.actors import SYSTEM
from articles.publishing.live.change_entry import change_entry, mark_entry
from articles.publishing.live.draft_entry import discard_draft, draft_entry
from articles.publishing.live.freeze import freeze, reopen
from articles.publishing.live.post_entry import post_entry
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.live.words import Words
from articles.publishing.refusals import NotAllowed, WrongState
from articles.vocabularies import EntryStatus, Verb
from tests.live import go_live, post

SAID = Words(text="The bridge is closed.")


@pytest.fixture
def live(story, now):
    go_live(story, now)
    story.refresh_from_db()
    return story


def on_air(entry):
    return PublishedEntry.objects.get(entry=entry)


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


@pytest.mark.parametrize("person", ["reporter", "photo_editor", "legal_officer", "outsider"])
def test_only_those_who_publish_post_change_mark_remove_and_end(person, live, cast, now):
    somebody, entry = getattr(cast, person), post(live, now=now)
    deeds = [
        lambda: post(live, actor=somebody, now=now),
        lambda: change_entry(entry, SAID, actor=somebody, now=now),
        lambda: mark_entry(entry, pinned=True, actor=somebody, now=now),
        lambda: remove_entry(entry, actor=somebody, now=now, reason="x"),
        lambda: freeze(live, actor=somebody, now=now),
    ]
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed()
    assert PublishedEntry.objects.get().document["html"] == "<p>Something happened.</p>"


def test_a_draft_is_for_colleagues_alone_until_one_of_them_posts_it(live, cast, now):
    key = uuid.uuid4()
    draft = draft_entry(live, key, SAID, actor=cast.reporter, now=now)
    assert not PublishedEntry.objects.exists()
    with pytest.raises(NotAllowed):
        draft_entry(live, uuid.uuid4(), SAID, actor=cast.outsider, now=now)
    posted = post_entry(live, key, SAID, actor=cast.desk_editor, now=now, seen=draft.number)
    assert posted == draft
    assert on_air(posted).document["html"] == "<p>The bridge is closed.</p>"
    with pytest.raises(WrongState, match="posted already"):
        discard_draft(posted, actor=cast.reporter, now=now)


def test_what_two_editors_change_at_once_is_not_lost_in_silence(live, cast, now):
    entry = post(live, now=now)
    first = change_entry(entry, SAID, actor=cast.desk_editor, now=now, seen=entry.number)
    with pytest.raises(WrongState, match="meanwhile"):
        change_entry(entry, Words(text="x"), actor=cast.service_chief, now=now, seen=entry.number)
    assert on_air(first).document["html"] == "<p>The bridge is closed.</p>"
    assert [row.content["text"] for row in first.versions.order_by("number")] == [
        "Something happened.",
        "The bridge is closed.",
    ]


def test_a_correction_is_told_to_readers_and_stays_through_later_changes(live, cast, now):
    entry = post(live, now=now)
    change_entry(entry, SAID, actor=cast.desk_editor, now=now, correction="It was <open>.")
    change_entry(entry, Words(text="Closed."), actor=cast.desk_editor, now=now)
    document = on_air(entry).document
    assert (document["html"], document["correction"]) == ("<p>Closed.</p>", "It was <open>.")
    assert CacheLedger.objects.latest("id").is_hard


def test_what_was_redacted_is_not_put_back_by_a_form_that_knows_only_of_a_pin(live, cast, now):
    entry = post(live, now=now)
    mark_entry(entry, pinned=True, actor=cast.desk_editor, now=now)
    LiveEntry.objects.filter(pk=entry.pk).update(number=F("number") + 1)  # as redactions do
    mark_entry(entry, pinned=False, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState, match="meanwhile"):
        change_entry(entry, Words(text="Old."), actor=cast.desk_editor, now=now, seen=1)


def test_marking_twice_changes_nothing_and_a_key_event_needs_a_headline(live, cast, now):
    entry = post(live, now=now)
    mark_entry(entry, pinned=True, actor=cast.desk_editor, now=now)
    lines = EditorialLog.objects.count()
    mark_entry(entry, pinned=True, actor=cast.desk_editor, now=now)
    assert EditorialLog.objects.count() == lines
    assert on_air(entry).is_pinned
    with pytest.raises(WrongState, match="headline"):
        mark_entry(entry, key_event=True, actor=cast.desk_editor, now=now)


@pytest.mark.parametrize("note", ["", "It repeated a rumour."])
def test_of_a_removed_entry_no_word_stays_in_public(note, live, cast, photo, now):
    entry = post(live, headline="Rumour", photo=photo, is_pinned=True, now=now)
    remove_entry(entry, actor=cast.desk_editor, now=now, reason="Not confirmed", note=note)
    row = on_air(entry)
    assert row.document == {"removal_note": note}
    assert (row.is_removed, row.is_silent, row.is_pinned) == (True, not note, False)
    assert EditorialLog.objects.get(verb=Verb.REMOVE_ENTRY).reason == "Not confirmed"
    assert CacheLedger.objects.latest("id").is_hard
    with pytest.raises(WrongState):
        change_entry(entry, SAID, actor=cast.desk_editor, now=now)
    entry.refresh_from_db()
    assert entry.versions.count() == 2
    assert entry.status == EntryStatus.REMOVED


def test_removing_needs_a_reason(live, cast, now):
    entry = post(live, now=now)
    with pytest.raises(WrongState, match="reason"):
        remove_entry(entry, actor=cast.desk_editor, now=now, reason=" ")


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


class TestWhereASecondPairOfEyesIsWanted:
    @pytest.fixture
    def careful(self, live):
        live.service.four_eyes = True
        live.service.save()
        return live

    def test_nobody_posts_what_nobody_else_has_read(self, careful, cast, now):
        key = uuid.uuid4()
        with pytest.raises(WrongState, match="second pair"):
            post_entry(careful, key, SAID, actor=cast.desk_editor, now=now)
        draft_entry(careful, key, SAID, actor=cast.desk_editor, now=now)
        with pytest.raises(WrongState, match="second pair"):
            post_entry(careful, key, SAID, actor=cast.desk_editor, now=now)
        other = Words(text="Changed while posting")
        with pytest.raises(WrongState, match="second pair"):
            post_entry(careful, key, other, actor=cast.service_chief, now=now)
        post_entry(careful, key, SAID, actor=cast.service_chief, now=now)
        assert not EditorialLog.objects.filter(verb=Verb.PUBLISH_ALONE).exists()

    def test_posted_alone_it_waits_before_the_chief(self, careful, cast, now):
        entry = post_entry(careful, uuid.uuid4(), SAID, actor=cast.desk_editor, now=now, alone=True)
        careful.refresh_from_db()
        assert careful.alone_at == now
        assert EditorialLog.objects.get(verb=Verb.PUBLISH_ALONE).details["entry"] == entry.pk

    def test_so_does_a_change_of_what_is_on_air(self, careful, cast, now):
        entry = post(careful, actor=SYSTEM, now=now)
        later = now + timedelta(hours=1)
        change_entry(entry, SAID, actor=cast.desk_editor, now=later)
        careful.refresh_from_db()
        assert careful.alone_at == later
