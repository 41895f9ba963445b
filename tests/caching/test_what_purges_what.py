"""A test per tag: changing this purges that, and nothing else.

``gone()`` names the kept pages that have to be made anew; all others of the list stay.
"""

import inspect
from datetime import timedelta

import pytest

from articles.caching import tags
from articles.models import (
    Byline,
    CacheLedger,
    Contributor,
    ContributorName,
    PhotoText,
    PublishedStory,
    Region,
    Section,
    StoryPhoto,
    Topic,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.publishing.atlas_change import region_changed
from articles.publishing.correct import correct
from articles.publishing.kill import kill
from articles.publishing.library_change import contributor_changed, photo_changed
from articles.publishing.notices import approve, propose, retire
from articles.publishing.publish import publish
from articles.publishing.restore import restore
from articles.publishing.save import save
from articles.publishing.unpublish import unpublish
from tests.notices import write_notice

# Where the river story stands: its own page, its translation's, and every list.
RIVER = {"river", "river in Persian", "front", "older front", "world"}
RIVER |= {"politics", "water", "mara"}


@pytest.fixture
def library(english, persian):
    water, bread = (Topic.objects.create(slug=slug, name=slug) for slug in ("water", "bread"))
    joan = Contributor.objects.create(name="Joan Baker", slug="joan-baker")
    ContributorName.objects.create(contributor=joan, language="en", name="Joan Baker")
    culture = Section.objects.create(service=english, name="Culture", slug="culture")
    return {"water": water, "bread": bread, "joan": joan, "culture": culture}


@pytest.fixture
def river(story, library):
    story.topics.add(library["water"])
    return story


@pytest.fixture
def pages(site, river, library, persian, politics, make_story, now):
    """Two English stories, which share nothing but their service, and two Persian ones."""
    loaf = make_story(headline="A loaf", section=library["culture"])
    loaf.topics.add(library["bread"])
    Byline.objects.create(story=loaf, contributor=library["joan"])
    river_fa = make_story(service=persian, headline="رود", translation_key=river.translation_key)
    other_fa = make_story(service=persian, headline="نان")
    rows = [publish(one, actor=SYSTEM, now=now) for one in (river, loaf, river_fa, other_fa)]
    for one in (river, loaf):
        one.refresh_from_db()
    paths = [f"/{row.service.slug}/a/{row.slug}/{row.pk}.html" for row in rows]
    kept = dict(zip(("river", "loaf", "river in Persian", "loaf in Persian"), paths, strict=True))
    kept |= {
        "front": "/en/", "older front": "/en/?before=2027-01-01T00%3A00%3A00%2B00%3A00_1",
        "Persian front": "/fa/", "world": "/", "politics": "/en/z/politics/",
        "culture": "/en/z/culture/", "water": "/en/t/water/", "bread": "/en/t/bread/",
        "mara": "/en/author/mara-ellery/", "joan": "/en/author/joan-baker/",
        "place": "/en/place/", "Persian place": "/fa/place/",
    }  # fmt: skip
    for path in kept.values():
        assert site.get(path).status == 200, path
    return kept


@pytest.fixture
def gone(site, pages, soon):
    """Which of the pages are made anew, a hundred milliseconds of traffic later."""

    def ask() -> set[str]:
        soon()
        site.cache.watch.look()
        return {name for name, path in pages.items() if _is_made(site, path)}

    return ask


def _is_made(site, path) -> bool:
    before = len(site.made)
    site.get(path)
    return len(site.made) > before


@pytest.fixture
def again(river, now):
    """Put the working copy on air, a minute later."""

    def publish_again(story=river):
        return publish(story, actor=SYSTEM, now=now + timedelta(minutes=1))

    return publish_again


@pytest.fixture
def at_the_desk(client, cast, hold_connection):
    """Save a form of the desk as it stands there, with changes."""
    client.force_login(cast.administrator)

    def change(noun, **changes):
        path = f"/admin/articles/{noun._meta.model_name}/{noun.pk}/change/"
        forms = client.get(path).context_data
        sent = dict(_sent(forms["adminform"].form))
        for inline in forms["inline_admin_formsets"]:
            for form in (inline.formset.management_form, *inline.formset.forms):
                sent |= dict(_sent(form))
        reply = client.post(path, sent | changes)
        hold_connection()
        assert reply.status_code == 302, reply.context_data["errors"]

    return change


def _sent(form):
    for name in form.fields:
        value = form[name].value()
        if value is not None and value is not False and not hasattr(value, "read"):
            yield form.add_prefix(name), value


# -- Stories ---------------------------------------------------------------------------------------


def test_a_changed_story_purges_every_page_that_shows_it(site, pages, gone, river, again):
    river.headline = "The river falls"
    river.save()
    again()
    assert gone() == RIVER
    assert b"The river falls" in site.get(pages["politics"]).body


def test_saving_proposing_and_restoring_purge_nothing(gone, river, now, cast, again):
    river.headline = "An unfinished thought"
    river.save()
    save(river, actor=cast.reporter, now=now)
    restore(river, 1, actor=cast.desk_editor, now=now)
    propose(write_notice(now), actor=cast.legal_officer, now=now)
    again()  # the very same content
    assert gone() == set()


def test_a_new_story_purges_the_lists_that_it_enters(gone, library, make_story, again):
    roll = make_story(headline="A roll", section=library["culture"])
    roll.topics.add(library["bread"])
    Byline.objects.create(story=roll, contributor=library["joan"])
    again(roll)
    # The loaf's page shows what else is about bread.
    assert gone() == {"front", "older front", "world", "culture", "bread", "joan", "loaf"}


def test_a_story_that_moves_purges_its_old_section_and_the_new_one(gone, river, library, again):
    river.section = library["culture"]
    river.save()
    again()
    assert gone() == RIVER | {"culture"}


def test_a_story_about_something_else_purges_its_old_topic_and_the_new_one(
    site, pages, gone, river, library, again
):
    river.topics.set([library["bread"]])
    again()
    assert gone() == RIVER | {"bread", "loaf"}
    assert site.get(pages["water"]).status == 404


def test_a_story_by_somebody_else_purges_the_old_author_and_the_new_one(
    site, pages, gone, river, library, again
):
    river.bylines.update(contributor=library["joan"])
    again()
    assert gone() == RIVER | {"joan"}
    assert site.get(pages["mara"]).status == 404


def test_a_new_slug_purges_the_old_address(site, pages, gone, river, again):
    river.slug = "the-flood"
    river.save()
    again()
    assert gone() == RIVER
    reply = site.get(pages["river"])
    assert (reply.status, reply.headers["Location"]) == (301, f"/en/a/the-flood/{river.pk}.html")


def test_a_story_with_other_translations_purges_the_old_ones_and_the_new_ones(
    site, pages, gone, river, persian, again
):
    """The key alone is changed: that, too, is something to publish."""
    river.translation_key = persian.stories.get(headline="نان").translation_key
    river.save()
    again()
    assert gone() == RIVER | {"loaf in Persian"}
    assert pages["loaf in Persian"].encode() in site.get(pages["river"]).body


def test_a_new_translation_purges_the_pages_that_will_link_to_it(
    gone, persian, make_story, library, again
):
    loaf = Topic.objects.get(slug="bread").stories.get()
    loaf_fa = make_story(service=persian, headline="نان تازه", translation_key=loaf.translation_key)
    again(loaf_fa)
    assert gone() == {"loaf", "Persian front", "world"}


def test_a_story_in_another_service_leaves_the_old_one(gone, river, persian, again, library):
    """The desk does not offer it; nothing may stay behind all the same."""
    river.service, river.section = persian, None
    river.translation_key = "8f9de1f4-7f75-4b8e-9d39-0c9a2d1c2a10"
    river.save()
    river.story_photos.all().delete()
    again()
    assert gone() == RIVER | {"Persian front"}


def test_a_correction_purges_what_a_change_purges(gone, river, now, cast):
    correct(river, "It was the other bank.", actor=cast.desk_editor, now=now)
    assert gone() == RIVER


@pytest.mark.parametrize(("verb", "status"), [(kill, 410), (unpublish, 404)])
def test_a_story_that_ends_is_gone_from_everywhere(verb, status, site, pages, gone, river, now):
    verb(river, actor=SYSTEM, now=now, reason="A source is at risk")
    assert gone() == RIVER
    assert site.get(pages["river"]).status == status
    assert CacheLedger.objects.latest("id").is_hard


# -- The library -----------------------------------------------------------------------------------


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


# -- What every page shows -------------------------------------------------------------------------


@pytest.mark.parametrize("noun", ["service", "section", "topic"])
def test_a_change_of_what_every_page_shows_purges_every_page(
    noun, site, pages, gone, english, politics, library, at_the_desk
):
    changed = {"service": english, "section": politics, "topic": library["water"]}[noun]
    at_the_desk(changed, name="Quite another")
    assert gone() == set(pages)


@pytest.fixture
def notice(cast, english, persian, politics, now):
    """Proposed, not in force."""
    return propose(write_notice(now, reach="everyone"), actor=cast.legal_officer, now=now)


def test_a_notice_purges_every_page_when_it_comes_and_when_it_goes(
    site, pages, gone, notice, cast, now
):
    approve(notice, actor=cast.second_legal_officer, now=now)
    assert gone() == set(pages)
    assert b'data-notice="warning"' in site.get(pages["river"]).body
    retire(notice.notice, actor=cast.legal_officer, now=now, reason="It was lifted")
    assert gone() == set(pages)
    assert b'data-notice="warning"' not in site.get(pages["river"]).body


def test_a_changed_region_purges_every_page(pages, gone, cast, now):
    region_changed(Region.objects.get(code="UA-43"), actor=cast.administrator, now=now)
    assert gone() == set(pages)


# -- The list of tags ------------------------------------------------------------------------------


def kind_of(tag: str) -> str:
    return tag.partition("-")[0]


def test_every_tag_of_the_list_stands_on_a_page_and_no_page_has_another(site, pages):
    made = {
        name: function(*("x" for _argument in inspect.signature(function).parameters))
        for name, function in inspect.getmembers(tags, inspect.isfunction)
        if name != "file"  # stands on a photo's file, which is no page
    }
    listed = {kind_of(tag) for tag in made.values()} | {tags.STANDING, tags.NOTICES, tags.WORLD}
    carried = {tag for entry in site.cache.store._entries.values() for tag in entry.tags}
    assert {kind_of(tag) for tag in carried} == listed
