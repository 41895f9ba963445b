"""What is scheduled goes on air at its moment as it was read; never early, never twice."""

from datetime import timedelta

import pytest

from articles.models import CacheLedger, EditorialLog, PublishedStory, StorySchedule
from articles.publishing.due import publish_due
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.save import save
from articles.publishing.schedule import schedule, unschedule
from articles.publishing.snapshot import snapshot
from articles.publishing.unpublish import unpublish
from articles.vocabularies import Verb, WorkflowStatus

HOUR = timedelta(hours=1)


def change(story, **fields):
    type(story).objects.filter(pk=story.pk).update(**fields)
    story.refresh_from_db()


def test_a_first_publication_comes_at_its_minute(story, cast, now):
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + HOUR - timedelta(seconds=1)) == 0
    assert not PublishedStory.objects.exists()

    assert publish_due(now=now + HOUR) == 1
    on_air = PublishedStory.objects.get()
    assert on_air.published_at == now + HOUR
    story.refresh_from_db()
    assert story.workflow_status == WorkflowStatus.LIVE
    assert publish_due(now=now + HOUR) == 0
    assert CacheLedger.objects.count() == 1


def test_late_work_is_done_at_once(story, cast, now):
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + 30 * HOUR) == 1


def test_an_update_of_a_live_story_waits_while_the_old_stays_on_air(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    change(story, headline="The river falls")
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    assert PublishedStory.objects.get().headline == "The river rises"

    publish_due(now=now + HOUR)
    on_air = PublishedStory.objects.get()
    assert (on_air.headline, on_air.published_at) == ("The river falls", now)


def test_what_is_edited_after_scheduling_stays_at_the_desk(story, cast, now):
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    change(story, headline="Half a thought", body="<p>Not finished.</p>")
    save(story, actor=cast.reporter, now=now)
    before, rows = snapshot(story), list(story.story_photos.values_list("pk", flat=True))

    publish_due(now=now + HOUR)
    story.refresh_from_db()
    assert PublishedStory.objects.get().headline == "The river rises"
    assert story.workflow_status == WorkflowStatus.LIVE_CHANGED
    assert snapshot(story) == before
    assert list(story.story_photos.values_list("pk", flat=True)) == rows


def test_what_became_unfit_is_not_published_says_why_and_stays_scheduled(story, photo, cast, now):
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    photo.credit = ""
    photo.save()
    for minute in range(3):
        assert publish_due(now=now + HOUR + timedelta(minutes=minute)) == 0
    planned = StorySchedule.objects.get()
    assert "has no credit" in planned.failure
    assert EditorialLog.objects.filter(verb=Verb.MISS).count() == 1

    photo.credit = "Radio Lantern"
    photo.save()
    assert publish_due(now=now + HOUR + timedelta(minutes=3)) == 1
    assert not StorySchedule.objects.exists()


def test_a_moment_within_the_embargo_is_refused_in_the_service_s_time(story, cast, now):
    change(story, embargo_until=now + 2 * HOUR)
    with pytest.raises(NotFit, match=r"2026-02-01 15:00 Prague \(14:00 UTC\)"):
        schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    schedule(story, now + 2 * HOUR, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + 2 * HOUR) == 1


def test_an_embargo_set_after_scheduling_holds(story, cast, now):
    """The frozen version knows nothing of it; the story does."""
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    change(story, embargo_until=now + 2 * HOUR)
    assert publish_due(now=now + HOUR) == 0
    assert "embargo" in StorySchedule.objects.get().failure
    assert publish_due(now=now + 2 * HOUR) == 1


def test_what_is_not_fit_or_not_in_the_future_is_not_scheduled(story, photo, cast, now):
    with pytest.raises(WrongState, match="past"):
        schedule(story, now, actor=cast.desk_editor, now=now)
    change(story, headline="")
    with pytest.raises(NotFit, match="headline"):
        schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    assert not StorySchedule.objects.exists()


def test_an_update_that_became_what_is_on_air_leaves_no_schedule(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    publish_due(now=now + HOUR)
    assert not StorySchedule.objects.exists()


def test_publishing_by_hand_calls_the_schedule_off(story, cast, now):
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    change(story, headline="Newer than what was scheduled")
    publish(story, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + HOUR) == 0
    assert PublishedStory.objects.get().headline == "Newer than what was scheduled"


def test_nothing_comes_back_by_itself_after_a_kill_or_a_take_down(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    for verb in (unpublish, kill):
        change(story, standfirst=verb.__name__)
        schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
        verb(story, actor=cast.service_chief, now=now, reason="Source in danger")
        assert publish_due(now=now + HOUR) == 0


def test_a_schedule_is_moved_by_scheduling_again_and_called_off(story, cast, now):
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    schedule(story, now + 2 * HOUR, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + HOUR) == 0
    unschedule(story, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + 2 * HOUR) == 0
    with pytest.raises(WrongState, match="not scheduled"):
        unschedule(story, actor=cast.desk_editor, now=now)


@pytest.mark.parametrize("person", ["reporter", "photo_editor", "legal_officer", "outsider"])
def test_only_those_who_publish_schedule(person, story, cast, now):
    with pytest.raises(NotAllowed):
        schedule(story, now + HOUR, actor=getattr(cast, person), now=now)
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    with pytest.raises(NotAllowed):
        unschedule(story, actor=getattr(cast, person), now=now)


def test_one_schedule_that_fails_keeps_no_other_from_its_minute(
    story, make_story, photo, cast, now, monkeypatch
):
    from articles.publishing import due

    other = make_story(headline="The other one")
    for one in (story, other):
        schedule(one, now + HOUR, actor=cast.desk_editor, now=now)
    air = due.go_on_air

    def breaking(one, *rest, **more):
        if one == story:
            raise KeyError("a field that there was not yet")
        return air(one, *rest, **more)

    monkeypatch.setattr(due, "go_on_air", breaking)
    assert publish_due(now=now + HOUR) == 1
    assert PublishedStory.objects.get().story == other
    planned = StorySchedule.objects.get()
    assert "nobody foresaw" in planned.failure
    assert planned.try_at > now + HOUR


def test_a_flag_raised_after_scheduling_does_not_go_out_with_it(story, cast, now):
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    change(story, breaking_until=now + 9 * HOUR)
    publish_due(now=now + HOUR)
    assert PublishedStory.objects.get().breaking_until is None


def test_the_log_has_room_for_the_longest_name(story, cast, now):
    cast.desk_editor.first_name, cast.desk_editor.last_name = "x" * 150, "y" * 150
    cast.desk_editor.save()
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + HOUR) == 1
    assert max(map(len, EditorialLog.objects.values_list("actor_name", flat=True))) == 160
