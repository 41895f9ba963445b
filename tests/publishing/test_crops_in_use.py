"""A crop that a story shows big gets all the files of the whole picture; others stay small."""

from datetime import timedelta

from articles.models import Photo, PublishedStory, StoryPhoto
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_photo import complete
from articles.publishing.publish import publish
from articles.vocabularies import CropName


def formats(photo, crop):
    return set(photo.renditions.filter(crop=crop).values_list("format", flat=True))


def test_a_story_in_a_crop_of_its_own_is_on_air_at_once_and_completed(story, photo, now):
    story.story_photos.update(crop=CropName.WIDE)
    publish(story, actor=SYSTEM, now=now)
    photo.refresh_from_db()
    assert photo.renditions_due_at == now
    assert complete(photo, now=now)

    lead = PublishedStory.objects.get().document["lead"]
    assert (lead["crop"], set(lead["files"])) == ("16x9", {"avif", "webp", "jpeg"})
    photo.refresh_from_db()
    assert photo.renditions_due_at is None
    assert formats(photo, "3x2") == {"webp", "jpeg"}


def test_an_editor_who_takes_the_crop_away_does_not_make_the_worker_go_round(story, photo, now):
    story.story_photos.update(crop=CropName.WIDE)
    publish(story, actor=SYSTEM, now=now)
    StoryPhoto.objects.update(crop=CropName.FULL)  # in the working copy alone
    for minute in range(3):
        photo = Photo.objects.get()
        done = complete(photo, now=now + timedelta(minutes=minute))
        assert done is (minute == 0)
    assert "avif" in formats(photo, "16x9")


def test_the_whole_picture_needs_nothing_more(story, photo, now):
    publish(story, actor=SYSTEM, now=now)
    photo.refresh_from_db()
    assert photo.renditions_due_at is None


def test_a_share_card_is_made_once_and_does_not_make_the_worker_go_round(story, photo, now):
    story.story_photos.update(crop=CropName.SHARE)
    for number in range(3):
        story.headline = f"The river rises, {number}"
        story.save()
        publish(story, actor=SYSTEM, now=now + timedelta(minutes=number))
        photo.refresh_from_db()
        assert photo.renditions_due_at is None
