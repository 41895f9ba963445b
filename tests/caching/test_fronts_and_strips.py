"""Fronts and strips in the caches: what they purge, and when a page is made anew by itself."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.caching import tags
from articles.models import Section
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.alert import Alarm, Line, raise_alert, stand_down_alert
from articles.publishing.correct import correct
from articles.publishing.front_slots import Slot
from articles.publishing.publish import publish
from articles.publishing.put_front_on_air import put_front_on_air
from articles.publishing.save_front import save_front
from tests.caching.kept_pages import ask_once

HOUR = timedelta(hours=1)


@pytest.fixture
def culture(english):
    return Section.objects.create(service=english, name="Culture", slug="culture")


@pytest.fixture
def pages(site, story, culture, persian, make_story):
    rows = [
        publish(one, actor=SYSTEM, now=timezone.now() - HOUR)
        for one in (story, make_story(headline="A film", section=culture),
                    make_story(service=persian, headline="رود"))
    ]  # fmt: skip
    paths = [f"/{row.service.slug}/a/{row.slug}/{row.pk}.html" for row in rows]
    kept = dict(zip(("river", "film", "persian"), paths, strict=True)) | {
        "front": "/en/", "politics": "/en/z/politics/", "culture": "/en/z/culture/",
        "world": "/", "Persian front": "/fa/", "place": "/en/place/",
    }  # fmt: skip
    return ask_once(site, kept)


@pytest.fixture
def curate(english):
    def put(slots, section=None):
        now = timezone.now()
        front = save_front(english, section, slots, seen=0, actor=SYSTEM, now=now).front
        put_front_on_air(front, seen=front.edits, actor=SYSTEM, now=now)

    return put


def test_a_saved_draft_purges_nothing(gone, story, english):
    save_front(english, None, [Slot(story.pk)], seen=0, actor=SYSTEM, now=timezone.now())
    assert gone() == set()


def test_a_front_on_air_purges_itself_and_the_world_it_leads(gone, curate, story):
    curate([Slot(story.pk)])
    assert gone() == {"front", "world"}


def test_a_section_front_purges_itself_alone(gone, curate, story, culture):
    curate([Slot(story.pk)], culture)
    assert gone() == {"culture"}


def test_a_story_placed_on_another_sections_front_is_corrected_there(
    gone, curate, story, culture, cast
):
    curate([Slot(story.pk)], culture)
    gone()
    story.refresh_from_db()
    correct(story, "It was Tuesday.", actor=cast.desk_editor, now=timezone.now())
    assert "culture" in gone()


def test_a_strip_purges_the_pages_of_its_service_and_no_others(site, gone, pages, english):
    alarm = Alarm(uuid.uuid4(), [Line(english, "Parliament dissolved")])
    raise_alert(alarm, actor=SYSTEM, now=timezone.now())
    english_pages = {"river", "film", "front", "politics", "culture", "place"}
    assert gone() == english_pages
    assert b"Parliament dissolved" in site.get(pages["film"]).body
    stand_down_alert(alarm.key, actor=SYSTEM, now=timezone.now())
    assert gone() == english_pages
    assert b"Parliament dissolved" not in site.get(pages["film"]).body


def kept(site, path):
    return next(entry for key, entry in site.cache.store._entries.items() if key[1] == path)


def test_a_label_a_pin_and_a_strip_end_a_page_softly(site, story, curate, english, make_story):
    """Made anew at the minute; until that is done the old page does no harm."""
    label, pin, strip = (timezone.now() + timedelta(seconds=s) for s in (100, 80, 60))
    story.breaking_until = label
    story.save()
    row = publish(story, actor=SYSTEM, now=timezone.now())
    path = f"/en/a/{row.slug}/{row.pk}.html"
    for one in (path, "/en/", "/en/z/politics/", "/"):
        site.get(one)
        entry = kept(site, one)
        assert entry.fresh_until == pytest.approx(label.timestamp(), abs=0.01), one
        assert entry.dead_at is None
    other = make_story(headline="Pinned")
    publish(other, actor=SYSTEM, now=timezone.now())
    curate([Slot(other.pk, until=pin.isoformat())])
    standing.forget()
    site.cache.store.clear()
    for one in ("/en/", "/"):
        site.get(one)
        assert kept(site, one).fresh_until == pytest.approx(pin.timestamp(), abs=0.01), one
    lasts = strip - timezone.now()
    raise_alert(Alarm(uuid.uuid4(), [Line(english, "Up")], lasts=lasts), actor=SYSTEM,
                now=timezone.now())  # fmt: skip
    standing.forget()
    site.cache.store.clear()
    site.get(path)
    assert kept(site, path).fresh_until == pytest.approx(strip.timestamp(), abs=1)
    assert tags.alert("en") in kept(site, path).tags
