"""What a changed name, publisher or photo purges."""

import pytest

from articles.models import (
    CacheLedger,
    Contributor,
    ContributorName,
    PhotoText,
    PublishedStory,
    StoryPhoto,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.publishing.library_change import contributor_changed, photo_changed
from articles.publishing.save import save
from tests.caching.purging.river import RIVER


def test_a_new_name_purges_every_page_that_prints_it(
    site, pages, gone, reporter_byline, at_the_desk
):
    at_the_desk(reporter_byline, **{"names-0-name": "Mara Novak"})
    assert gone() == RIVER
    assert b"Mara Novak" in site.get(pages["river"]).body


def test_an_author_at_a_new_address_is_gone_from_the_old_one(
    site, pages, gone, reporter_byline, at_the_desk
):
    """It may have been a name that must not be known."""
    at_the_desk(reporter_byline, slug="p-17")
    assert gone() == RIVER
    assert site.get(pages["mara"]).status == 404
    assert b"mara-ellery" not in site.get(pages["river"]).body


def test_a_name_that_comes_under_protection_is_not_even_shown_stale(
    site, pages, gone, reporter_byline, at_the_desk
):
    at_the_desk(reporter_byline, byline_policy="none")
    assert gone() == RIVER
    assert CacheLedger.objects.latest("id").is_hard
    assert site.get(pages["mara"]).status == 404


def test_a_publishers_new_words_purge_the_stories_of_its_service(
    site, pages, gone, english, on_air_publisher, now
):
    on_air_publisher.names.update(biography="A station of one's own.")
    contributor_changed(on_air_publisher, actor=SYSTEM, now=now)
    english_pages = {"loaf", "culture", "bread", "joan"} | RIVER
    assert gone() == english_pages
    assert b"A station of one" in site.get(pages["loaf"]).body


@pytest.fixture
def on_air_publisher(english, river, photo, now):
    """Described under every English story; comes before the pages are kept."""
    made = Contributor.objects.create(kind="organisation", name="Lantern", slug="lantern")
    ContributorName.objects.create(contributor=made, language="en", name="Lantern", biography="Old")
    english.publisher = made
    english.save()
    return made


def test_a_corrected_caption_purges_the_pages_with_that_photo(site, pages, gone, photo, now):
    PhotoText.objects.update(caption="The river fell overnight.")
    photo_changed(photo, actor=SYSTEM, now=now)
    assert gone() == RIVER
    assert b"The river fell overnight." in site.get(pages["river"]).body


def test_a_photo_that_only_the_page_on_air_still_shows_is_corrected_there(
    site, pages, gone, photo, river, cast, now
):
    """An editor is about to take it out, and has not published that yet."""
    StoryPhoto.objects.filter(story=river).delete()
    save(river, actor=cast.desk_editor, now=now)
    PhotoText.objects.update(caption="The river fell overnight.")
    photo_changed(photo, actor=SYSTEM, now=now)
    assert gone() == RIVER
    assert b"The river fell overnight." in site.get(pages["river"]).body


def test_a_name_that_only_the_page_on_air_still_prints_is_corrected_there(
    site, pages, gone, reporter_byline, river, cast, now
):
    reporter_byline.byline_policy = "service_name"
    reporter_byline.save()
    contributor_changed(reporter_byline, actor=SYSTEM, now=now)  # no page of its own any more
    gone()
    river.bylines.all().delete()
    save(river, actor=cast.desk_editor, now=now)
    reporter_byline.byline_policy = "none"
    reporter_byline.save()
    contributor_changed(reporter_byline, actor=SYSTEM, now=now)
    assert gone() == RIVER  # hers is a 404, which is never kept
    assert PublishedStory.objects.get(story=river).document["bylines"] == []


def test_the_picture_of_a_publisher_is_corrected_where_it_stands(
    pages, gone, on_air_publisher, photo, jpeg, now
):
    logo = add_photo(jpeg + b" ", "logo.jpg", actor=SYSTEM, now=now)
    on_air_publisher.portrait = logo
    on_air_publisher.save()
    contributor_changed(on_air_publisher, actor=SYSTEM, now=now)
    gone()
    photo_changed(logo, actor=SYSTEM, now=now)
    assert {"river", "loaf"} <= gone()
    assert not {"Persian front", "place"} & gone()
