"""Breaking: two lines become the live page in one step, once, and are stood down in one."""

import threading
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connections

from articles.models import EditorialLog, PublishedStory, Story
from articles.publishing.breaking import Flash, break_news, stand_down
from articles.publishing.due import publish_due
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.schedule import schedule
from articles.publishing.unpublish import unpublish
from articles.vocabularies import Urgency, Verb, WorkflowStatus


@pytest.fixture
def flash(english, politics):
    return Flash(
        key=uuid.uuid4(),
        service=english,
        headline="Bridge closed after <quake>",
        lines="The old bridge is closed.\n\nNobody was hurt & all are safe.",
        dateline="Karasu",
        section=politics,
    )


def test_two_lines_become_a_breaking_story_on_air(flash, cast, now):
    on_air = break_news(flash, actor=cast.desk_editor, now=now)
    assert on_air.breaking_until == now + timedelta(hours=3)
    assert on_air.urgency == Urgency.BREAKING
    html = on_air.document["segments"][0]["html"]
    assert html == "<p>The old bridge is closed.</p>\n<p>Nobody was hurt &amp; all are safe.</p>"
    assert on_air.document["dateline"] == "Karasu"


def test_the_same_form_sent_twice_is_one_story(flash, cast, now):
    first = break_news(flash, actor=cast.desk_editor, now=now)
    assert break_news(flash, actor=cast.desk_editor, now=now) == first
    assert Story.objects.count() == 1
    unpublish(first.story, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState, match="sent before"):
        break_news(flash, actor=cast.desk_editor, now=now)


@pytest.mark.django_db(transaction=True)
def test_both_clicks_of_a_double_click_at_the_same_moment_are_one_story(flash, cast, now):
    start, failures = threading.Barrier(4), []

    def click():
        try:
            start.wait()
            break_news(flash, actor=cast.desk_editor, now=now)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=click) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert PublishedStory.objects.count() == Story.objects.count() == 1


def test_at_night_it_needs_no_second_pair_of_eyes_but_the_chief_sees_it(flash, english, cast, now):
    english.four_eyes = True
    english.save()
    on_air = break_news(flash, actor=cast.desk_editor, now=now)
    assert on_air.story.alone_at == now
    assert EditorialLog.objects.filter(verb=Verb.PUBLISH_ALONE).exists()


@pytest.mark.parametrize("person", ["reporter", "photo_editor", "legal_officer", "outsider"])
def test_only_those_who_publish_break_and_stand_down(person, flash, cast, now):
    somebody = getattr(cast, person)
    with pytest.raises(NotAllowed):
        break_news(flash, actor=somebody, now=now)
    assert not Story.objects.exists()
    on_air = break_news(flash, actor=cast.desk_editor, now=now)
    with pytest.raises(NotAllowed):
        stand_down(on_air.story, actor=somebody, now=now)


def test_without_a_word_nothing_is_left_behind(flash, cast, now):
    with pytest.raises(NotFit, match="no text"):
        break_news(replace(flash, lines=" \n "), actor=cast.desk_editor, now=now)
    assert not Story.objects.exists()


def test_standing_down_takes_nothing_unpublished_on_air(flash, cast, now):
    on_air = break_news(flash, actor=cast.desk_editor, now=now)
    Story.objects.update(headline="Half a thought")
    down = stand_down(on_air.story, actor=cast.desk_editor, now=now + timedelta(minutes=5))
    assert (down.headline, down.breaking_until) == ("Bridge closed after <quake>", None)
    assert down.revised_at == now
    story = Story.objects.get()
    assert (story.headline, story.breaking_until) == ("Half a thought", None)
    assert story.workflow_status == WorkflowStatus.LIVE_CHANGED
    with pytest.raises(WrongState, match="any more"):
        stand_down(on_air.story, actor=cast.desk_editor, now=now)


def test_after_standing_down_a_scheduled_update_does_not_raise_it_again(flash, cast, now):
    story = break_news(flash, actor=cast.desk_editor, now=now).story
    Story.objects.update(standfirst="An update")
    schedule(story, now + timedelta(hours=1), actor=cast.desk_editor, now=now)
    stand_down(story, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + timedelta(hours=1)) == 1
    on_air = PublishedStory.objects.get()
    assert (on_air.standfirst, on_air.breaking_until) == ("An update", None)


def test_what_is_not_on_air_or_not_breaking_is_not_stood_down(story, cast, now):
    with pytest.raises(WrongState, match="not on air"):
        stand_down(story, actor=cast.desk_editor, now=now)
    publish(story, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState, match="any more"):
        stand_down(story, actor=cast.desk_editor, now=now)


def test_letters_of_an_arabic_keyboard_become_the_language_s_own(persian, cast, now):
    flash = Flash(
        key=uuid.uuid4(), service=persian, headline="كتاب علي", lines="يك خط", dateline="كابل",
        section=None, lasts=timedelta(hours=1),
    )  # fmt: skip
    story = break_news(flash, actor=cast.outsider, now=now).story
    assert (story.headline, story.body, story.dateline) == ("کتاب علی", "<p>یک خط</p>", "کابل")
