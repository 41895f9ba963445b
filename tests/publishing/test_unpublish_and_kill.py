"""Taking down is reversible; killing is final and leaves no word in public tables."""

import json

import pytest
from django.core import serializers

from articles.models import PublishedStory, StoryVersion
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.restore import restore
from articles.publishing.save import save
from articles.publishing.unpublish import unpublish
from articles.vocabularies import PubStatus


def test_an_unpublished_story_can_go_on_air_again(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    unpublish(story, actor=cast.desk_editor, now=now, reason="Wrong photo")
    assert not PublishedStory.objects.exists()

    again = publish(story, actor=cast.desk_editor, now=now)
    assert again.pub_status == PubStatus.USABLE


def test_a_killed_story_keeps_no_word_in_the_public_table(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Source in danger")

    row = PublishedStory.objects.get()
    assert row.pub_status == PubStatus.CANCELED
    public = json.loads(serializers.serialize("json", [row]))[0]["fields"]
    for secret in ("river", "Mara", "paragraph", "bridge", "danger"):
        assert secret not in json.dumps(public)
    assert not row.topics.exists()
    assert not row.contributors.exists()
    assert StoryVersion.objects.filter(story=story).exists()


def test_killing_is_final(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Libel")

    with pytest.raises(NotFit):
        publish(story, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState):
        save(story, actor=cast.reporter, now=now)
    with pytest.raises(WrongState):
        restore(story, 1, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState):
        kill(story, actor=cast.service_chief, now=now, reason="Again")


def test_a_story_taken_down_can_still_be_killed(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    unpublish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Court order")

    assert PublishedStory.objects.get().pub_status == PubStatus.CANCELED


def test_an_editor_cannot_kill_and_a_kill_needs_a_reason(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)

    with pytest.raises(NotAllowed):
        kill(story, actor=cast.desk_editor, now=now, reason="Why not")
    with pytest.raises(WrongState, match="reason"):
        kill(story, actor=cast.service_chief, now=now, reason="  ")
    assert PublishedStory.objects.get().pub_status == PubStatus.USABLE


def test_a_draft_cannot_be_taken_down_or_killed(story, cast, now):
    with pytest.raises(WrongState):
        unpublish(story, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState):
        kill(story, actor=cast.service_chief, now=now, reason="Never aired")
