"""What editors placed is what readers see, in that order; recency fills the rest."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.caching import tags
from articles.models import CacheLedger, Section, StoryPhoto
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.front_slots import Slot
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.put_front_on_air import put_front_on_air
from articles.publishing.save_front import save_front
from articles.publishing.unpublish import unpublish

HOUR = timedelta(hours=1)


@pytest.fixture
def stories(make_story):
    """Real time: readers' pages ask the clock themselves. The newest first."""
    made = [make_story(headline=f"Story {number}.") for number in range(8)]
    for number, story in enumerate(made):
        publish(story, actor=SYSTEM, now=timezone.now() - number * HOUR)
    return made


@pytest.fixture
def curate(english):
    def put(slots, *, section=None, service=english):
        now = timezone.now()
        front = save_front(service, section, slots, seen=_seen(service, section), actor=SYSTEM,
                           now=now).front  # fmt: skip
        put_front_on_air(front, seen=front.edits, actor=SYSTEM, now=now)
        return front

    return put


def _seen(service, section):
    front = service.fronts.filter(section=section).first()
    return front.edits if front else 0


def headlines(client, path="/en/"):
    page = client.get(path).content.decode()
    return re.findall(r"<h[23]><a [^>]*>([^<]*)</a>", page)


def test_the_editors_order_then_the_newest(stories, curate, client):
    curate([Slot(stories[5].pk, "lead"), Slot(stories[3].pk, "large"), Slot(stories[7].pk)])
    expected = [f"Story {number}." for number in (5, 3, 7, 0, 1, 2, 4, 6)]
    assert headlines(client) == expected


def test_without_editors_recency_does_it_alone(stories, client):
    assert headlines(client) == [f"Story {number}." for number in range(8)]


def test_one_card_placed_leads_and_the_rest_is_laid_out_as_ever(stories, curate, client):
    curate([Slot(stories[4].pk)])
    page = client.get("/en/").content.decode()
    assert headlines(client)[0] == "Story 4."
    assert page.count('class="beside"') == page.count('class="band standard"') == 1


def test_another_headline_is_the_cards_alone_and_the_own_one_follows_corrections(
    stories, curate, client
):
    curate([Slot(stories[0].pk, headline="Seen another way"), Slot(stories[1].pk)])
    for story in stories[:2]:
        story.refresh_from_db()
        story.headline += " Corrected"
        story.save()
        publish(story, actor=SYSTEM, now=timezone.now())
    assert headlines(client)[:2] == ["Seen another way", "Story 1. Corrected"]
    assert "Seen another way" not in client.get("/en/z/politics/").content.decode()


def test_links_stand_under_their_card_and_nowhere_else(stories, curate, client):
    curate([Slot(stories[0].pk, also=(stories[1].pk, stories[2].pk))])
    page = client.get("/en/").content.decode()
    cluster = re.search(r'<ul class="also" aria-label="Also on this">(.*?)</ul>', page)[1]
    assert re.findall(r">(Story \d\.)<", cluster) == ["Story 1.", "Story 2."]
    assert page.count("Story 1.") == 1


def test_a_pin_leaves_at_its_minute_and_the_story_flows_on(stories, curate, client):
    until = timezone.now() + HOUR
    curate([Slot(stories[6].pk, until=until.isoformat()), Slot(stories[3].pk)])
    assert headlines(client)[0] == "Story 6."
    with time_machine.travel(until, tick=False):
        standing.forget()
        assert headlines(client)[:2] == ["Story 3.", "Story 0."]
        assert "Story 6." in headlines(client)


def test_killed_taken_down_and_withheld_leave_no_gap(stories, curate, client, cast, enforce):
    curate([Slot(story.pk) for story in stories[:4]])
    kill(stories[0], actor=cast.service_chief, now=timezone.now(), reason="Wrong")
    unpublish(stories[1], actor=cast.desk_editor, now=timezone.now())
    enforce("order", regions=["RU"], story=stories[2], kind="withheld", reach="matched_or_unknown")
    found = headlines(client)
    assert found[0] == "Story 3."
    assert not {"Story 0.", "Story 1.", "Story 2."} & set(found)


def test_a_withheld_link_and_its_headline_are_not_told(stories, curate, client, enforce):
    curate([Slot(stories[0].pk, also=(stories[1].pk,))])
    enforce("order", regions=["RU"], story=stories[1], kind="withheld", reach="matched_or_unknown")
    page = client.get("/en/").content.decode()
    assert "Story 1." not in page
    assert 'class="also"' not in page


def test_a_section_front_takes_stories_of_other_sections_and_is_filled_with_its_own(
    stories, curate, client, english, make_story, politics
):
    culture = Section.objects.create(service=english, name="Culture", slug="culture")
    film = make_story(headline="A film", section=culture)
    publish(film, actor=SYSTEM, now=timezone.now())
    standing.forget()
    curate([Slot(stories[4].pk)], section=culture)
    assert headlines(client, "/en/z/culture/") == ["Story 4.", "A film"]
    assert '<h1 dir="auto">Culture</h1>' in client.get("/en/z/culture/").content.decode()
    assert headlines(client, "/en/")[0] == "A film"


def test_the_placed_lead_leads_the_world_page_until_something_breaks(stories, curate, client):
    curate([Slot(stories[5].pk)])
    assert headlines(client, "/") == ["Story 5."]
    story = stories[2]
    story.refresh_from_db()
    story.breaking_until = timezone.now() + HOUR
    story.save()
    publish(story, actor=SYSTEM, now=timezone.now())
    assert headlines(client, "/") == ["Story 5."]  # it was published before the front was renewed


def test_what_broke_since_leads_the_world_page_until_the_front_is_renewed(
    stories, curate, client, make_story
):
    curate([Slot(stories[5].pk)])
    broken = make_story(headline="A quake", breaking_until=timezone.now() + HOUR)
    publish(broken, actor=SYSTEM, now=timezone.now())
    assert headlines(client, "/") == ["A quake"]
    curate([Slot(stories[5].pk)])
    assert tags.WORLD in CacheLedger.objects.latest("id").tags
    assert headlines(client, "/") == ["Story 5."]


def test_a_placed_lead_that_may_not_be_read_hands_on_to_the_next(stories, curate, client, enforce):
    curate([Slot(stories[5].pk), Slot(stories[3].pk)])
    enforce("order", regions=["RU"], story=stories[5], kind="withheld", reach="matched_or_unknown")
    assert headlines(client, "/") == ["Story 3."]


def test_another_picture_another_cut_and_none(stories, curate, client, photo):
    for story in stories[:2]:
        StoryPhoto.objects.create(story=story, photo=photo, role="lead")
        publish(story, actor=SYSTEM, now=timezone.now())
    first, second, third = (story.pk for story in stories[:3])
    curate([
        Slot(first, picture="none"), Slot(second, crop="1x1"), Slot(third, picture=str(photo.pk)),
    ])  # fmt: skip
    page = client.get("/en/").content.decode()
    cards = re.findall(r'<div class="card ([^"]*)">(.*?)<h[23]><a [^>]*>([^<]*)<', page, re.DOTALL)
    told = {headline: (shape, "<img" in inside) for shape, inside, headline in cards}
    assert told["Story 0."] == ("wide cut-wide", False)
    assert told["Story 1."] == ("standard cut-square", True)
    assert told["Story 2."] == ("standard", True)
    photo.rights_end_at = timezone.now() + HOUR
    photo.save()
    curate([Slot(third, picture=str(photo.pk))])
    with time_machine.travel(timezone.now() + 2 * HOUR, tick=False):
        standing.forget()
        assert "<img" not in client.get("/en/").content.decode().split("Story 2.")[0]


def test_a_full_front_costs_four_queries_whatever_stands_there(stories, curate, client, make_story):
    more = [make_story(headline=f"More {number}") for number in range(60)]
    for number, story in enumerate(more):
        publish(story, actor=SYSTEM, now=timezone.now() - (number + 10) * HOUR)
    slots = [Slot(one.pk, "compact", also=(two.pk,)) for one, two in
             zip(more[:20], more[20:40], strict=True)]  # fmt: skip
    curate(slots)
    client.get("/en/")
    with CaptureQueriesContext(connection) as captured:
        page = client.get("/en/").content.decode()
    assert len(captured) <= 4
    assert page.count('class="card') == 30
    # Nothing is passed over between this page and the older one.
    older = client.get(re.search(r'href="([^"]*before=[^"]*)"', page)[1].replace("&amp;", "&"))
    seen = set(re.findall(r">((?:More|Story) \d+\.?)<", page + older.content.decode()))
    assert len(seen) == 68


def test_two_leads_are_a_lead_and_a_large_card(stories, curate, client):
    curate([Slot(stories[0].pk, "compact"), Slot(stories[1].pk, "lead")])
    page = client.get("/en/").content.decode()
    assert page.count('<section class="lead"') == 1
    assert 'class="band large"' in page
