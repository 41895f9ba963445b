"""What readers' pages get of photos: the use's crop, cards, galleries, and never an explosion."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import PhotoLease, PublishedPhoto, PublishedStory, StoryPhoto, StoryVersion
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.publishing.republish import republish
from articles.publishing.restore import restore
from articles.vocabularies import CropName


def test_the_lead_has_the_crop_of_its_use(story, photo, now):
    story.story_photos.update(crop=CropName.WIDE)
    lead = publish(story, actor=SYSTEM, now=now).document["lead"]
    assert lead["crop"] == "16x9"
    wide = set(photo.renditions.filter(crop="16x9").values_list("file", flat=True))
    assert {name for files in lead["files"].values() for _w, _h, name in files} == wide
    assert set(lead["files"]) == {"webp", "jpeg"}
    assert lead["width"] / lead["height"] == pytest.approx(16 / 9, rel=0.02)
    for files in lead["files"].values():
        assert [row[0] for row in files] == sorted(row[0] for row in files)


def test_a_crop_that_is_not_made_yet_is_the_whole_picture(make_photo, make_story, now):
    story = make_story()
    StoryPhoto.objects.create(story=story, photo=make_photo(1), role="lead", crop=CropName.SQUARE)
    lead = publish(story, actor=SYSTEM, now=now).document["lead"]
    assert (lead["crop"], list(lead["files"])) == ("full", ["jpeg"])


def test_cards_stand_on_cards_alone(story, now):
    on_air = publish(story, actor=SYSTEM, now=now)
    assert set(on_air.card["lead"]["cards"]) == {"16x9", "3x2", "1x1"}
    assert "cards" not in on_air.document["lead"]
    assert on_air.document["lead"]["share"].endswith(".jpg")


def test_a_decorative_photo_has_no_alt_text_and_needs_none(story, photo, now):
    photo.texts.all().delete()
    photo.is_decorative = True
    photo.save()
    lead = publish(story, actor=SYSTEM, now=now).document["lead"]
    assert (lead["alt"], lead["is_decorative"]) == ("", True)


def test_a_gallery_stands_in_its_order_with_its_captions(make_photo, make_story, now):
    story = make_story(story_type="photo_essay")
    photos = [make_photo(number) for number in range(3)]
    for position, photo in enumerate(reversed(photos)):
        StoryPhoto.objects.create(
            story=story, photo=photo, role="gallery", position=position,
            caption_override=f"Here {position}",
        )  # fmt: skip
    gallery = publish(story, actor=SYSTEM, now=now).document["gallery"]
    assert [one["photo"] for one in gallery] == [photo.pk for photo in reversed(photos)]
    assert [one["caption"] for one in gallery] == ["Here 0", "Here 1", "Here 2"]
    photos[0].refresh_from_db()
    assert not photos[0].texts.filter(caption__startswith="Here").exists()


def test_a_story_without_photos_has_an_empty_gallery(make_story, now):
    assert publish(make_story(), actor=SYSTEM, now=now).document["gallery"] == []


def test_versions_from_before_crops_are_shown_and_restored_whole(story, cast, now):
    publish(story, actor=SYSTEM, now=now)
    version = StoryVersion.objects.get()
    assert version.content["photos"][0]["crop"] == "full"
    del version.content["photos"][0]["crop"]
    version.save()
    republish(PublishedStory.objects.get(), actor=SYSTEM, now=now, reason="Again")
    assert PublishedStory.objects.get().document["lead"]["crop"] == "full"
    restore(story, 1, actor=cast.desk_editor, now=now)
    assert story.story_photos.get().crop == "full"


def test_a_file_name_is_no_alt_text(story, photo, now):
    from articles.publishing.preflight import preflight

    for alt, code in (
        ("IMG_2041.JPG", "alt_is_file_name"),
        ("DSC00012", "alt_is_file_name"),
        ("The river rose overnight.", "alt_is_caption"),
    ):
        photo.texts.update(alt_text=alt)
        assert code in {problem.code for problem in preflight(story, now=now)}


def test_a_single_use_is_one_story_in_all_its_languages(
    story, photo, make_story, persian, cast, now
):
    from articles.publishing.refusals import NotFit

    photo.is_single_use = True
    photo.save()
    photo.texts.create(language="fa", alt_text="رود")
    publish(story, actor=SYSTEM, now=now)
    version = make_story(persian, translation_key=story.translation_key)
    other = make_story()
    for one in (version, other):
        StoryPhoto.objects.create(story=one, photo=photo, role="lead")
    publish(version, actor=SYSTEM, now=now)
    with pytest.raises(NotFit, match="in one story only, and “The river rises” has it") as refused:
        publish(other, actor=SYSTEM, now=now)
    assert {problem.code for problem in refused.value.problems} == {"single_use"}


def count_queries(story, now):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        publish(story, actor=SYSTEM, now=now)
    return len(queries)


def test_twenty_photos_cost_no_more_queries_than_one(make_photo, make_story, english, now):
    photos = [make_photo(number) for number in range(20)]
    for photo in photos:
        PhotoLease.objects.create(photo=photo, service=english)
        photo.is_single_use = True
        photo.save()
    counts = []
    for used in (photos[:1], photos[1:]):
        story = make_story(body="<p>x</p>" + "".join(
            f'<figure data-photo="{photo.pk}"></figure>' for photo in used
        ))  # fmt: skip
        for position, photo in enumerate(used):
            StoryPhoto.objects.create(story=story, photo=photo, position=position)
        counts.append(count_queries(story, now))
    # PostgreSQL is asked for one lock besides (caching/ledger.py).
    assert counts[1] == counts[0] <= 62 + (connection.vendor == "postgresql")
    assert PublishedPhoto.objects.count() == 20
