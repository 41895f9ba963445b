"""Those who publish post; a draft is for colleagues until one of them does."""

import uuid

import pytest

from articles.models import PublishedEntry
from articles.publishing.live.change_entry import change_entry, mark_entry
from articles.publishing.live.draft_entry import discard_draft, draft_entry
from articles.publishing.live.freeze import freeze
from articles.publishing.live.post_entry import post_entry
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.refusals import NotAllowed, WrongState
from tests.live import post
from tests.publishing.live_entries.entries import SAID, on_air


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
