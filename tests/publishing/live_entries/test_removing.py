"""Of a removed entry no word stays in public."""

import pytest

from articles.models import CacheLedger, EditorialLog
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.refusals import WrongState
from articles.vocabularies import EntryStatus, Verb
from tests.live import post
from tests.publishing.live_entries.entries import SAID, on_air


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
