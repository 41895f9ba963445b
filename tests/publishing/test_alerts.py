"""The strip: up and down in one step, in as many services as have words for it."""

import uuid
from datetime import timedelta

import pytest

from articles.models import BreakingAlert, CacheLedger, PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.alert import Alarm, Line, end_due_alerts, raise_alert, stand_down_alert
from articles.publishing.breaking import Flash, break_news, stand_down
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, WrongState

HOUR = timedelta(hours=1)


@pytest.fixture
def alarm(english):
    return Alarm(uuid.uuid4(), [Line(english, "Parliament dissolved – more soon")])


def up(now):
    return list(BreakingAlert.objects.up(now))


def test_it_is_up_once_however_often_it_is_sent(alarm, cast, now):
    for _click in range(2):
        raise_alert(alarm, actor=cast.desk_editor, now=now)
    assert [one.text for one in up(now)] == ["Parliament dissolved – more soon"]
    assert CacheLedger.objects.last().tags == ["alert-en", "alerts"]
    assert stand_down_alert(alarm.key, actor=cast.desk_editor, now=now) == 1
    assert up(now) == []
    with pytest.raises(WrongState):
        stand_down_alert(alarm.key, actor=cast.desk_editor, now=now)


def test_a_new_one_takes_the_place_of_the_one_before(alarm, english, cast, now):
    raise_alert(alarm, actor=cast.desk_editor, now=now)
    newer = Alarm(uuid.uuid4(), [Line(english, "A new cabinet")])
    raise_alert(newer, actor=cast.desk_editor, now=now)
    assert [one.text for one in up(now)] == ["A new cabinet"]


def test_for_several_services_each_says_its_own(english, persian, cast, now):
    alarm = Alarm(uuid.uuid4(), [Line(english, "Parliament dissolved"), Line(persian, "خبر")])
    for actor in (cast.desk_editor, cast.outsider):
        with pytest.raises(NotAllowed):
            raise_alert(alarm, actor=actor, now=now)
    assert up(now) == []
    raise_alert(alarm, actor=cast.administrator, now=now)
    assert {(one.service.slug, one.text) for one in up(now)} == {
        ("en", "Parliament dissolved"), ("fa", "خبر"),
    }  # fmt: skip
    # An editor takes down what stands on the own pages.
    assert stand_down_alert(alarm.key, actor=cast.desk_editor, now=now) == 1
    assert [one.service.slug for one in up(now)] == ["fa"]
    with pytest.raises(NotAllowed):
        stand_down_alert(alarm.key, actor=cast.desk_editor, now=now)


def test_what_makes_no_sense_is_refused(alarm, english, persian, story, cast, now):
    def refused(*lines, **more):
        with pytest.raises(WrongState):
            raise_alert(Alarm(uuid.uuid4(), lines, **more), actor=cast.administrator, now=now)

    refused()
    refused(Line(english, " "))
    refused(Line(english, "x" * 251))
    refused(Line(english, "Text", story))  # not on air
    publish(story, actor=SYSTEM, now=now)
    refused(Line(persian, "متن", story))  # another service's
    refused(Line(english, "Text"), lasts=timedelta())
    refused(Line(english, "Text"), lasts=timedelta(days=9))


def test_it_ends_by_itself(alarm, cast, now):
    raise_alert(alarm, actor=cast.desk_editor, now=now)
    assert end_due_alerts(now + 2 * HOUR) == 0
    assert up(now + 3 * HOUR) == []
    assert end_due_alerts(now + 3 * HOUR) == 1
    assert end_due_alerts(now + 3 * HOUR) == 0


@pytest.fixture
def flash(english):
    return Flash(uuid.uuid4(), english, "Quake shakes the foothills", "Two towns are dark.")


def test_breaking_news_puts_the_strip_up_and_standing_down_takes_it(flash, cast, now):
    on_air = break_news(flash, actor=cast.desk_editor, now=now)
    break_news(flash, actor=cast.desk_editor, now=now)
    assert [(one.story_id, one.text) for one in up(now)] == [(on_air.pk, "")]
    stand_down(on_air.story, actor=cast.desk_editor, now=now)
    assert up(now) == []


def test_with_a_killed_story_its_strip_goes(flash, cast, now):
    on_air = break_news(flash, actor=cast.desk_editor, now=now)
    kill(on_air.story, actor=cast.service_chief, now=now, reason="Wrong")
    assert up(now) == []
    assert {"alerts", "alert-en"} <= set(CacheLedger.objects.last().tags)


def test_a_corrected_headline_is_told_to_every_page_that_repeats_it(flash, cast, now):
    story = break_news(flash, actor=cast.desk_editor, now=now).story
    story.refresh_from_db()
    story.headline = "Quake shakes two valleys"
    story.save()
    publish(story, actor=SYSTEM, now=now)
    assert PublishedStory.objects.get().headline == "Quake shakes two valleys"
    assert {"alerts", "alert-en"} <= set(CacheLedger.objects.last().tags)
