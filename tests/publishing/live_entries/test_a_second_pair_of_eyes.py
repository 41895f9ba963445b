"""Where a second pair of eyes is wanted, an entry waits for it, or stands before the chief."""

import uuid
from datetime import timedelta

import pytest

from articles.models import EditorialLog
from articles.publishing.actors import SYSTEM
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.draft_entry import draft_entry
from articles.publishing.live.post_entry import post_entry
from articles.publishing.live.words import Words
from articles.publishing.refusals import WrongState
from articles.vocabularies import Verb
from tests.live import post
from tests.publishing.live_entries.entries import SAID


@pytest.fixture
def careful(live):
    live.service.four_eyes = True
    live.service.save()
    return live


def test_nobody_posts_what_nobody_else_has_read(careful, cast, now):
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


def test_posted_alone_it_waits_before_the_chief(careful, cast, now):
    entry = post_entry(careful, uuid.uuid4(), SAID, actor=cast.desk_editor, now=now, alone=True)
    careful.refresh_from_db()
    assert careful.alone_at == now
    assert EditorialLog.objects.get(verb=Verb.PUBLISH_ALONE).details["entry"] == entry.pk


def test_so_does_a_change_of_what_is_on_air(careful, cast, now):
    entry = post(careful, actor=SYSTEM, now=now)
    later = now + timedelta(hours=1)
    change_entry(entry, SAID, actor=cast.desk_editor, now=later)
    careful.refresh_from_db()
    assert careful.alone_at == later
