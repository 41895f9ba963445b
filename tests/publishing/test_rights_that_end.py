"""A photo whose rights end leaves live pages at that minute, and comes back when it may."""

from datetime import timedelta

import pytest

from articles.models import (
    CacheLedger,
    Contributor,
    EditorialLog,
    PhotoLease,
    PublishedPhoto,
    PublishedStory,
    StoryPhoto,
    StoryVersion,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.complete_photo import complete
from articles.publishing.end_rights import end_due_rights, end_rights
from articles.publishing.library_change import change_photo, photo_changed
from articles.publishing.publish import publish
from articles.publishing.republish import republish
from articles.publishing.sweep import sweep

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def ends(photo, now):
    photo.rights_end_at = now + DAY
    photo.save()
    return now + DAY


@pytest.fixture
def on_air(ends, story, cast, now):
    return publish(story, actor=cast.desk_editor, now=now)


def lead():
    return PublishedStory.objects.get().document["lead"]


def test_what_is_on_air_knows_until_when(on_air, photo, ends):
    row = PublishedPhoto.objects.get()
    assert (row.photo, row.on_air, row.until) == (photo, on_air, ends)
    assert lead()["until"] == ends.isoformat()


def test_at_its_minute_the_photo_leaves_caption_and_credit(
    on_air, photo, ends, files_of, django_capture_on_commit_callbacks
):
    names = files_of(photo)
    assert names
    complete_cards(ends - DAY)
    assert sweep(ends - timedelta(seconds=1)) == 0
    assert lead()["files"]

    with django_capture_on_commit_callbacks(execute=True):
        assert end_due_rights(ends) == 1
    assert lead() | {"gone": "rights", "files": {}, "share": "", "alt": ""} == lead()
    assert (lead()["caption"], lead()["credit"]) == ("The river rose overnight.", "Radio Lantern")
    assert PublishedStory.objects.get().card["lead"] is None
    assert not photo.renditions.exists()
    storage = photo.renditions.model._meta.get_field("file").storage
    assert not any(storage.exists(name) for name in names)


def test_it_is_logged_and_no_cache_may_show_the_old_page(on_air, photo, ends):
    position = CacheLedger.objects.count()
    end_due_rights(ends)

    entry = EditorialLog.objects.get(verb="expire")
    assert (entry.noun, entry.noun_id, entry.actor_name) == ("photo", photo.pk, "system")
    assert entry.details["stories"] == [on_air.pk]
    entries = list(CacheLedger.objects.order_by("id"))[position:]
    assert all(one.is_hard for one in entries)
    assert f"story-{on_air.pk}" in {tag for one in entries for tag in one.tags}
    assert StoryVersion.objects.order_by("-number")[0].reason == "The rights to a photo ended"


def test_it_happens_once_however_often_anybody_looks(on_air, photo, ends):
    assert [end_due_rights(ends), end_due_rights(ends), end_rights(photo, now=ends)] == [1, 0, 0]
    assert EditorialLog.objects.filter(verb="expire").count() == 1
    assert StoryVersion.objects.count() == 2


def test_a_worker_that_was_down_for_days_does_it_at_once(on_air, ends):
    assert sweep(ends + 5 * DAY) > 0
    assert lead()["gone"] == "rights"


def test_an_unfinished_change_stays_at_the_desk(on_air, story, ends):
    story.refresh_from_db()
    story.headline = "An unfinished thought"
    story.save()
    end_due_rights(ends)
    row = PublishedStory.objects.get()
    assert (row.headline, row.revised_at) == ("The river rises", on_air.revised_at)


def test_a_photo_that_stands_in_the_text_alone_leaves_too(make_photo, make_story, cast, now):
    photo = make_photo(1, rights_end_at=now + HOUR)
    story = make_story(body=f'<p>One.</p><figure data-photo="{photo.pk}"></figure><p>Two.</p>')
    publish(story, actor=cast.desk_editor, now=now)
    end_due_rights(now + HOUR)
    segments = PublishedStory.objects.get().document["segments"]
    assert [one["kind"] for one in segments] == ["html", "photo", "html"]
    assert segments[1]["gone"] == "rights"


def test_the_publisher_s_picture_leaves_too(story, english, make_photo, cast, now):
    portrait = make_photo(2, rights_end_at=now + HOUR)
    english.publisher = Contributor.objects.create(name="RL", slug="rl", portrait=portrait)
    english.save()
    on_air = publish(story, actor=cast.desk_editor, now=now)
    assert on_air.document["publisher"]["picture"]["photo"] == portrait.pk
    end_due_rights(now + HOUR)
    assert PublishedStory.objects.get().document["publisher"]["picture"] is None


def test_extended_rights_bring_it_back(on_air, photo, ends, cast, files_of):
    end_due_rights(ends)
    later = ends + HOUR
    change_photo(photo, {"rights_end_at": ends + DAY}, actor=cast.desk_editor, now=later)
    photo.refresh_from_db()
    assert photo.renditions_due_at == later
    assert "gone" not in lead()
    assert complete(photo, now=later)
    assert lead()["files"]["jpeg"]
    assert files_of(photo)
    assert PublishedPhoto.objects.get().until == ends + DAY


def test_rights_extended_in_time_end_nothing(on_air, photo, ends, cast, now):
    change_photo(photo, {"rights_end_at": ends + DAY}, actor=cast.desk_editor, now=now)
    assert end_due_rights(ends) == 0
    assert lead()["files"]


def test_a_lease_that_starts_brings_it_back_by_itself(story, photo, cast, now):
    PhotoLease.objects.create(photo=photo, ends_at=now + HOUR)
    PhotoLease.objects.create(photo=photo, starts_at=now + DAY)
    publish(story, actor=cast.desk_editor, now=now)
    end_due_rights(now + HOUR)
    assert lead()["gone"] == "rights"
    assert PublishedPhoto.objects.get().until == now + DAY

    assert end_due_rights(now + DAY - HOUR) == 0
    assert sweep(now + DAY) >= 2  # on the pages, and with all its files
    assert lead()["files"]["webp"]
    assert lead()["until"] is None
    assert not EditorialLog.objects.filter(verb="expire").exclude(happened_at=now + HOUR).exists()


def test_a_photo_that_another_service_may_still_show_keeps_its_files(
    on_air, story, photo, english, persian, cast, now, files_of
):
    PhotoLease.objects.create(photo=photo, kind="deny", service=english, starts_at=now + HOUR)
    photo_changed(photo, actor=cast.desk_editor, now=now, what=["leases"])
    names = files_of(photo)
    end_due_rights(now + HOUR)
    assert lead()["gone"] == "rights"
    assert files_of(photo) == names != set()


def test_a_caption_mended_afterwards_does_not_bring_it_back(on_air, photo, ends, cast):
    end_due_rights(ends)
    photo.texts.update(caption="The river fell.")
    photo_changed(photo, actor=cast.desk_editor, now=ends + HOUR, what=["texts"])
    republish(PublishedStory.objects.get(), actor=SYSTEM, now=ends + HOUR, reason="Again")
    assert lead()["caption"] == "The river fell."
    assert lead()["files"] == {}
    assert end_due_rights(ends + HOUR) == 0


def test_a_story_taken_down_has_nothing_to_end(on_air, story, ends, cast, now):
    from articles.publishing.unpublish import unpublish

    unpublish(story, actor=cast.desk_editor, now=now)
    assert end_due_rights(ends) == 0


def test_two_photos_of_one_story_end_together(on_air, make_photo, story, ends, cast, now):
    other = make_photo(3, rights_end_at=ends)
    StoryPhoto.objects.create(story=story, photo=other, role="gallery", position=2)
    publish(story, actor=cast.desk_editor, now=now)
    end_due_rights(ends)
    document = PublishedStory.objects.get().document
    assert [document["lead"]["gone"], document["gallery"][0]["gone"]] == ["rights", "rights"]
    assert not PublishedPhoto.objects.filter(until__isnull=False).exists()


def test_a_story_that_cannot_go_out_does_not_keep_the_others(
    on_air, photo, make_story, ends, cast, now, monkeypatch
):
    from articles.publishing import end_rights as module

    other = make_story(headline="Other")
    StoryPhoto.objects.create(story=other, photo=photo, role="lead")
    publish(other, actor=SYSTEM, now=now)
    real = module.republish

    def fails_once(row, **fields):
        real(row, **fields)
        if row.pk == on_air.pk:
            raise KeyError("a contributor who is no more")

    with monkeypatch.context() as patch:
        patch.setattr(module, "republish", fails_once)
        assert sweep(ends) > 0
    gone = {row.pk for row in PublishedStory.objects.all() if "gone" in row.document["lead"]}
    assert gone == {other.pk}
    assert EditorialLog.objects.get(verb="expire").details["stories"] == [other.pk]
    assert end_due_rights(ends) == 1
    assert EditorialLog.objects.filter(verb="expire").count() == 2
