"""Review: submit, approve, give back. Approval is of exactly one text, by somebody else."""

from datetime import timedelta

import pytest

from articles.models import EditorialLog, PublishedStory, StorySchedule
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.due import publish_due
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.republish import republish
from articles.publishing.restore import restore
from articles.publishing.review import approve, request_changes, submit
from articles.publishing.save import save
from articles.publishing.schedule import schedule
from articles.publishing.snapshot import content_hash, snapshot
from articles.vocabularies import ReviewStatus, Verb

HOUR = timedelta(hours=1)


@pytest.fixture
def written(story, cast, now):
    """By the reporter, submitted."""
    save(story, actor=cast.reporter, now=now)
    submit(story, actor=cast.reporter, now=now)
    story.refresh_from_db()
    return story


@pytest.fixture
def careful(english):
    english.four_eyes = True
    english.save()
    return english


def change(story, **fields):
    type(story).objects.filter(pk=story.pk).update(**fields)
    story.refresh_from_db()


def test_a_submitted_story_is_approved_and_published(careful, written, cast, now):
    approve(written, actor=cast.desk_editor, now=now)
    publish(written, actor=cast.desk_editor, now=now)

    written.refresh_from_db()
    assert PublishedStory.objects.get().headline == written.headline
    assert (written.review_status, written.approved_hash) == (ReviewStatus.NONE, "")
    verbs = list(EditorialLog.objects.order_by("id").values_list("verb", flat=True))
    assert verbs[-3:] == [Verb.SUBMIT, Verb.APPROVE, Verb.PUBLISH]


def test_where_four_eyes_are_wanted_nothing_goes_on_air_unapproved(careful, written, cast, now):
    with pytest.raises(NotFit, match="second pair of eyes"):
        publish(written, actor=cast.service_chief, now=now)
    assert not PublishedStory.objects.exists()


def test_elsewhere_review_is_a_courtesy(written, cast, now):
    publish(written, actor=cast.desk_editor, now=now)
    assert PublishedStory.objects.exists()


def test_a_word_changed_after_approval_needs_another(careful, written, cast, now):
    approve(written, actor=cast.desk_editor, now=now)
    change(written, headline="The river falls")
    with pytest.raises(NotFit, match="second pair of eyes"):
        publish(written, actor=cast.desk_editor, now=now)

    save(written, actor=cast.reporter, now=now)
    written.refresh_from_db()
    assert written.review_status == ReviewStatus.IN_REVIEW


def test_nobody_approves_what_they_wrote_themselves(careful, story, cast, now):
    save(story, actor=cast.desk_editor, now=now)
    submit(story, actor=cast.reporter, now=now)
    with pytest.raises(NotAllowed, match="somebody else"):
        approve(story, actor=cast.desk_editor, now=now)
    approve(story, actor=cast.service_chief, now=now)


def test_what_they_wrote_before_the_last_publication_counts_no_more(careful, written, cast, now):
    approve(written, actor=cast.desk_editor, now=now)
    publish(written, actor=cast.desk_editor, now=now)
    change(written, standfirst="An editor's line")
    save(written, actor=cast.desk_editor, now=now)
    submit(written, actor=cast.desk_editor, now=now)
    with pytest.raises(NotAllowed):
        approve(written, actor=cast.desk_editor, now=now)
    approve(written, actor=cast.service_chief, now=now)


def test_what_changed_while_it_was_read_is_not_approved(written, cast, now):
    seen = content_hash(snapshot(written))
    change(written, headline="Something else")
    with pytest.raises(WrongState, match="look at it again"):
        approve(written, actor=cast.desk_editor, now=now, seen_hash=seen)


def test_a_story_is_given_back_with_a_comment_on_a_passage(written, cast, now):
    request_changes(
        written, "Who says so?", quote="The second one.", actor=cast.desk_editor, now=now
    )
    written.refresh_from_db()
    assert written.review_status == ReviewStatus.CHANGES_REQUESTED
    comment = written.comments.get()
    assert (comment.quote, comment.asks_for_change) == ("The second one.", True)
    submit(written, actor=cast.reporter, now=now)


def test_giving_back_an_approved_story_takes_the_approval_away(careful, written, cast, now):
    approve(written, actor=cast.desk_editor, now=now)
    request_changes(written, "One more thing", actor=cast.service_chief, now=now)
    with pytest.raises(NotFit):
        publish(written, actor=cast.desk_editor, now=now)


@pytest.mark.parametrize("person", ["reporter", "photo_editor", "legal_officer", "outsider"])
def test_only_the_desk_approves_and_gives_back(person, written, cast, now):
    somebody = getattr(cast, person)
    with pytest.raises(NotAllowed):
        approve(written, actor=somebody, now=now)
    with pytest.raises(NotAllowed):
        request_changes(written, "No", actor=somebody, now=now)


def test_a_draft_is_not_approved_and_a_story_not_submitted_twice(story, written, cast, now):
    with pytest.raises(WrongState, match="already"):
        submit(written, actor=cast.reporter, now=now)
    approve(written, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState, match="in review"):
        approve(written, actor=cast.service_chief, now=now)


def test_a_republished_caption_or_a_stand_down_makes_nobody_a_stranger_to_the_own_text(
    careful, written, cast, now
):
    """Both put old text on air again: what is newly written is as unread as before."""
    approve(written, actor=cast.desk_editor, now=now)
    on_air = publish(written, actor=cast.desk_editor, now=now)
    change(written, standfirst="An editor's line")
    save(written, actor=cast.desk_editor, now=now)
    republish(on_air, actor=SYSTEM, now=now, reason="A caption was mended")
    submit(written, actor=cast.reporter, now=now)
    with pytest.raises(NotAllowed):
        approve(written, actor=cast.desk_editor, now=now)


def test_a_story_that_is_given_back_does_not_go_out_as_scheduled(careful, written, cast, now):
    approve(written, actor=cast.desk_editor, now=now)
    schedule(written, now + HOUR, actor=cast.desk_editor, now=now)
    request_changes(written, "Wrong name: not like this", actor=cast.service_chief, now=now)
    assert publish_due(now=now + HOUR) == 0
    assert not PublishedStory.objects.exists()


def test_four_eyes_wanted_after_scheduling_are_wanted(english, written, cast, now):
    schedule(written, now + HOUR, actor=cast.desk_editor, now=now)
    english.four_eyes = True
    english.save()
    assert publish_due(now=now + HOUR) == 0
    assert "second pair of eyes" in StorySchedule.objects.get().failure


def test_scheduling_does_not_cost_the_approval(careful, written, cast, now):
    approve(written, actor=cast.desk_editor, now=now)
    schedule(written, now + HOUR, actor=cast.desk_editor, now=now)
    schedule(written, now + 2 * HOUR, actor=cast.desk_editor, now=now)
    assert publish_due(now=now + 2 * HOUR) == 1


def test_a_story_without_an_address_keeps_its_approval_when_it_gets_one(careful, story, cast, now):
    save(story, actor=cast.reporter, now=now)
    submit(story, actor=cast.reporter, now=now)
    story.refresh_from_db()
    assert story.slug
    approve(story, actor=cast.desk_editor, now=now)
    publish(story, actor=cast.desk_editor, now=now)


def test_approved_text_can_be_corrected_and_unread_text_cannot(careful, written, cast, now):
    approve(written, actor=cast.desk_editor, now=now)
    publish(written, actor=cast.desk_editor, now=now)
    change(written, headline="The river fell")
    save(written, actor=cast.reporter, now=now)
    with pytest.raises(NotFit, match="second pair of eyes"):
        correct(written, "It fell.", actor=cast.desk_editor, now=now)
    assert not written.corrections.exists()
    submit(written, actor=cast.reporter, now=now)
    approve(written, actor=cast.desk_editor, now=now)
    on_air = correct(written, "It fell.", actor=cast.desk_editor, now=now)
    assert (on_air.headline, len(on_air.document["corrections"])) == ("The river fell", 1)


def test_the_system_approves_nothing(written, now):
    with pytest.raises(NotAllowed):
        approve(written, actor=SYSTEM, now=now)


def test_a_restored_version_does_not_take_back_what_readers_were_told(written, cast, now):
    publish(written, actor=cast.desk_editor, now=now)
    correct(written, "Forty, not four.", actor=cast.desk_editor, now=now)
    restore(written, 1, actor=cast.desk_editor, now=now)
    on_air = publish(written, actor=cast.desk_editor, now=now)
    assert [row["text"] for row in on_air.document["corrections"]] == ["Forty, not four."]
