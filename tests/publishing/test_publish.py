"""Publishing puts the saved working copy on air, once, and leaves its traces."""

import pytest

from articles.caching import ledger
from articles.models import CacheLedger, EditorialLog, PublishedStory, StoryVersion
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, NotFit
from articles.publishing.save import save
from articles.vocabularies import VersionKind, WorkflowStatus


def test_a_published_story_is_on_air_with_version_log_and_ledger(story, cast, now):
    on_air = publish(story, actor=cast.desk_editor, now=now)

    assert on_air.headline == "The river rises"
    assert on_air.slug == "the-river-rises"
    assert on_air.published_at == on_air.revised_at == now
    assert on_air.document["lead"]["alt"] == "Brown water under a bridge."
    version = StoryVersion.objects.get(story=story)
    assert (version.number, version.kind) == (1, VersionKind.PUBLISHED)
    assert EditorialLog.objects.get(verb="publish").actor == cast.desk_editor
    entry = CacheLedger.objects.get()
    assert {f"story-{story.pk}", "front-en", "world"} <= set(entry.tags)
    story.refresh_from_db()
    assert story.workflow_status == WorkflowStatus.LIVE


def test_editing_a_live_story_changes_nothing_for_readers_until_the_next_publish(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    position = ledger.position()
    story.refresh_from_db()
    story.headline = "The river falls"
    story.body = "<p>Other words.</p>"
    story.save()
    save(story, actor=cast.reporter, now=now)

    on_air = PublishedStory.objects.get()
    assert on_air.headline == "The river rises"
    assert "Other words" not in str(on_air.document)
    assert ledger.position() == position
    story.refresh_from_db()
    assert story.workflow_status == WorkflowStatus.LIVE_CHANGED

    publish(story, actor=cast.desk_editor, now=now)
    assert PublishedStory.objects.get().headline == "The river falls"


def test_publishing_the_same_content_twice_changes_nothing(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    publish(story, actor=cast.desk_editor, now=now)

    assert StoryVersion.objects.count() == 1
    assert EditorialLog.objects.filter(verb="publish").count() == 1
    assert CacheLedger.objects.count() == 1


@pytest.mark.parametrize("who", ["reporter", "photo_editor", "legal_officer", "outsider"])
def test_only_the_desk_of_the_service_publishes(who, story, cast, now):
    with pytest.raises(NotAllowed):
        publish(story, actor=getattr(cast, who), now=now)

    assert not PublishedStory.objects.exists()
    assert not StoryVersion.objects.exists()


def test_a_photo_without_credit_blocks_publishing_and_loses_nothing(story, photo, cast, now):
    photo.credit = ""
    photo.save()

    with pytest.raises(NotFit) as refused:
        publish(story, actor=cast.desk_editor, now=now)

    assert [problem.code for problem in refused.value.problems] == ["credit"]
    assert not PublishedStory.objects.exists()
    story.refresh_from_db()
    assert story.workflow_status == WorkflowStatus.DRAFT


def test_the_first_publication_date_survives_later_ones(story, cast, now):
    from datetime import timedelta

    later = now + timedelta(hours=3)
    publish(story, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    story.standfirst = "New facts."
    story.save()
    on_air = publish(story, actor=cast.desk_editor, now=later)

    assert on_air.published_at == now
    assert on_air.revised_at == later


def test_a_section_that_the_story_left_is_purged_too(story, cast, now, english, politics):
    from articles.models import Section

    publish(story, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    story.section = Section.objects.create(service=english, name="Economy", slug="economy")
    story.save()
    publish(story, actor=cast.desk_editor, now=now)

    touched = set(CacheLedger.objects.order_by("id").last().tags)
    assert {f"section-{politics.pk}", f"section-{story.section_id}"} <= touched
