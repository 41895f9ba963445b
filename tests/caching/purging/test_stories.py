"""What a change of a story purges: every page that shows it, and nothing else."""

from datetime import timedelta

import pytest

from articles.models import (
    Byline,
    CacheLedger,
    Topic,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.kill import kill
from articles.publishing.notices import propose
from articles.publishing.publish import publish
from articles.publishing.restore import restore
from articles.publishing.save import save
from articles.publishing.unpublish import unpublish
from tests.caching.purging.river import RIVER
from tests.notices import write_notice


@pytest.fixture
def again(river, now):
    """Put the working copy on air, a minute later."""

    def publish_again(story=river):
        return publish(story, actor=SYSTEM, now=now + timedelta(minutes=1))

    return publish_again


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
