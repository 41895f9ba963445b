"""What the library corrects reaches live pages; an unfinished change does not."""

from articles.models import CacheLedger, PhotoText, PublishedStory
from articles.publishing.publish import publish
from articles.publishing.republish import republish
from articles.publishing.sweep import sweep


def test_a_corrected_caption_goes_out_without_the_working_copy(story, photo, cast, now):
    on_air = publish(story, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    story.headline = "An unfinished thought"
    story.save()
    PhotoText.objects.filter(photo=photo).update(caption="The river fell overnight.")

    republish(on_air, actor=cast.desk_editor, now=now, reason="Caption")

    row = PublishedStory.objects.get()
    assert row.document["lead"]["caption"] == "The river fell overnight."
    assert row.headline == "The river rises"
    assert row.version.reason == "Caption"
    assert f"story-{story.pk}" in CacheLedger.objects.order_by("id").last().tags


def test_a_mended_caption_does_not_make_old_news_new(story, cast, now):
    from datetime import timedelta

    on_air = publish(story, actor=cast.desk_editor, now=now)
    republish(on_air, actor=cast.desk_editor, now=now + timedelta(days=3), reason="Credit")
    assert PublishedStory.objects.get().revised_at == now


def test_the_sweep_makes_what_a_crash_left_unmade(photo):
    names = set(photo.renditions.values_list("format", "width"))
    photo.renditions.all().delete()

    assert sweep() == 1
    assert set(photo.renditions.values_list("format", "width")) == names
    assert sweep() == 0


def test_a_lost_original_does_not_stop_the_sweep(photo, jpeg, now):
    from articles.publishing.actors import SYSTEM
    from articles.publishing.add_photo import add_photo

    other = add_photo(jpeg, "other.jpg", actor=SYSTEM, now=now)
    photo.original.storage.delete(photo.original.name)
    photo.original.name = "missing.jpg"
    photo.save()
    photo.renditions.all().delete()
    other.renditions.all().delete()
    other.original.save("again.jpg", __import__("io").BytesIO(jpeg))
    assert sweep() == 1
