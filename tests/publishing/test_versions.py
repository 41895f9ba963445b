"""Every save is a version; any version comes back whole."""

from articles.models import Byline, StoryPhoto, Topic
from articles.publishing.publish import publish
from articles.publishing.restore import restore
from articles.publishing.save import save
from articles.publishing.snapshot import snapshot


def test_saving_without_a_change_makes_no_version(story, cast, now):
    assert save(story, actor=cast.reporter, now=now).number == 1
    assert save(story, actor=cast.reporter, now=now) is None


def test_a_restored_version_brings_back_text_byline_photos_and_topics(
    story, cast, now, reporter_byline
):
    story.topics.add(Topic.objects.create(slug="water", name="Water"))
    save(story, actor=cast.reporter, now=now)
    first = snapshot(story)

    story.headline = "Something else"
    story.save()
    story.topics.clear()
    Byline.objects.filter(story=story).delete()
    StoryPhoto.objects.filter(story=story).delete()
    save(story, actor=cast.reporter, now=now)

    restore(story, 1, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    assert snapshot(story) == first
    assert story.versions.count() == 3


def test_a_restore_keeps_what_was_not_saved_as_a_version(story, cast, now):
    save(story, actor=cast.reporter, now=now)
    story.headline = "Typed by a colleague a second ago"
    story.save()

    restore(story, 1, actor=cast.desk_editor, now=now)

    kept = story.versions.get(number=2)
    assert kept.content["headline"] == "Typed by a colleague a second ago"


def test_a_restore_does_not_put_anything_on_air(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    story.headline = "Second"
    story.save()
    publish(story, actor=cast.desk_editor, now=now)
    restore(story, 1, actor=cast.desk_editor, now=now)

    story.refresh_from_db()
    assert story.headline == "The river rises"
    assert story.on_air.headline == "Second"
