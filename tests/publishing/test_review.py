"""Review: submit, approve, give back. Approval is of exactly one text, by somebody else."""

import pytest

from articles.models import EditorialLog, PublishedStory
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.review import approve, request_changes, submit
from articles.publishing.save import save
from articles.publishing.snapshot import content_hash, snapshot
from articles.vocabularies import ReviewStatus, Verb


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
