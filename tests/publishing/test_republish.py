"""What the library corrects reaches live pages; an unfinished change does not."""

from articles.models import CacheLedger, PhotoText, PublishedStory
from articles.publishing.publish import publish
from articles.publishing.republish import republish


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
