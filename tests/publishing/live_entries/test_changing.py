"""An entry is changed, corrected and marked, and nothing is lost in silence."""

import pytest
from django.db.models import F

from articles.models import CacheLedger, EditorialLog, LiveEntry
from articles.publishing.live.change_entry import change_entry, mark_entry
from articles.publishing.live.words import Words
from articles.publishing.refusals import WrongState
from tests.live import post
from tests.publishing.live_entries.entries import SAID, on_air


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
