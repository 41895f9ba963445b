"""One editor at night may publish alone: logged, and before the chief until looked over."""

import pytest

from articles.models import EditorialLog, PublishedStory
from articles.publishing.publish import publish
from articles.publishing.publish_alone import look_over, publish_alone
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.vocabularies import Verb


@pytest.fixture(autouse=True)
def _careful(english):
    english.four_eyes = True
    english.save()


def test_a_lone_editor_goes_on_air_and_the_chief_looks_it_over(story, cast, now):
    publish_alone(story, actor=cast.desk_editor, now=now, reason="Nobody else is awake")
    story.refresh_from_db()
    assert PublishedStory.objects.exists()
    assert story.alone_at == now
    entry = EditorialLog.objects.get(verb=Verb.PUBLISH_ALONE)
    assert entry.reason == "Nobody else is awake"

    look_over(story, actor=cast.service_chief, now=now)
    story.refresh_from_db()
    assert story.alone_at is None
    with pytest.raises(WrongState):
        look_over(story, actor=cast.service_chief, now=now)


def test_nobody_looks_over_the_own_work(story, cast, now):
    publish_alone(story, actor=cast.service_chief, now=now, reason="Flood")
    with pytest.raises(NotAllowed, match="somebody else"):
        look_over(story, actor=cast.service_chief, now=now)
    look_over(story, actor=cast.administrator, now=now)


def test_alone_is_no_way_around_anything_else(story, photo, cast, now):
    with pytest.raises(WrongState, match="why"):
        publish_alone(story, actor=cast.desk_editor, now=now, reason=" ")
    with pytest.raises(NotAllowed):
        publish_alone(story, actor=cast.reporter, now=now, reason="I want to")
    photo.credit = ""
    photo.save()
    with pytest.raises(NotFit, match="credit"):
        publish_alone(story, actor=cast.desk_editor, now=now, reason="Flood")
    assert not PublishedStory.objects.exists()


def test_where_one_pair_of_eyes_is_enough_it_is_an_ordinary_publish(story, english, cast, now):
    english.four_eyes = False
    english.save()
    publish_alone(story, actor=cast.desk_editor, now=now, reason="Flood")
    story.refresh_from_db()
    assert story.alone_at is None


def test_of_two_who_published_alone_neither_looks_it_over(story, cast, now):
    publish_alone(story, actor=cast.service_chief, now=now, reason="Flood")
    type(story).objects.update(headline="The river rises again")
    publish_alone(story, actor=cast.desk_editor, now=now, reason="More flood")
    with pytest.raises(NotAllowed):
        look_over(story, actor=cast.service_chief, now=now)
    look_over(story, actor=cast.administrator, now=now)


def test_what_is_on_air_already_raises_no_flag(story, english, cast, now):
    english.four_eyes = False
    english.save()
    publish(story, actor=cast.desk_editor, now=now)
    english.four_eyes = True
    english.save()
    publish_alone(story, actor=cast.desk_editor, now=now, reason="Once more")
    story.refresh_from_db()
    assert story.alone_at is None
