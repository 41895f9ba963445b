"""Links to more on a topic: few, and never to what is gone or may not be read here."""

import random
import re
from datetime import timedelta

import pytest

from articles.models import PublishedStory, Topic
from articles.pages.more import LOOK_AT, MOST
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish
from tests.front.test_queries import queries_of


@pytest.fixture
def water(db):
    return Topic.objects.create(slug="water", name="Water")


@pytest.fixture
def near(make_story, water, now):
    def make(headline, *, minutes=10, topics=(water,)):
        made = make_story(headline=headline)
        made.topics.set(topics)
        return publish(made, actor=SYSTEM, now=now - timedelta(minutes=minutes))

    return make


@pytest.fixture
def url(story, water, now):
    story.topics.add(water)
    row = publish(story, actor=SYSTEM, now=now)
    return f"/en/a/{row.slug}/{row.pk}.html"


@pytest.fixture
def links(client, url):
    def ask():
        html = client.get(url).content.decode()
        found = re.search(r'<nav class="beyond more-on".*?</nav>', html, re.DOTALL)
        return re.findall(r'<a href="[^"]+">([^<]+)</a>', found[0]) if found else []

    return ask


def test_the_newest_of_its_topics_are_few_and_not_the_story_itself(near, links):
    for number in range(MOST + 3):
        near(f"Near {number}", minutes=number)
    assert links() == [f"Near {number}" for number in range(MOST)]


def test_what_shares_more_topics_comes_first(near, links, story, water, now):
    dams = Topic.objects.create(slug="dams", name="Dams")
    near("Water alone", minutes=1)
    near("Both", minutes=50, topics=(water, dams))
    story.topics.add(dams)
    publish(story, actor=SYSTEM, now=now)
    assert links() == ["Both", "Water alone"]


def test_killed_and_taken_down_stories_leave(near, links, now):
    killed, down, _stays = near("Killed"), near("Down"), near("Stays")
    assert set(links()) == {"Killed", "Down", "Stays"}
    kill(killed.story, actor=SYSTEM, now=now, reason="A source is at risk")
    unpublish(down.story, actor=SYSTEM, now=now, reason="Too early")
    assert links() == ["Stays"]


def test_what_is_withheld_here_is_not_named_here(near, url, reader_in, enforce):
    order = near("Withheld in Britain")
    enforce("order", regions=["GB"], story=order, kind="withheld", reach="matched")
    assert "Withheld in Britain" not in reader_in("GB")(url).content.decode()
    assert "Withheld in Britain" in reader_in("DE")(url).content.decode()


def test_other_services_and_other_topics_are_not_near(near, links, make_story, persian, water, now):
    bread = Topic.objects.create(slug="bread", name="Bread")
    near("About bread", topics=(bread,))
    near("About nothing", topics=())
    theirs = make_story(service=persian, headline="آب")
    theirs.topics.add(water)
    publish(theirs, actor=SYSTEM, now=now)
    assert links() == []


def test_the_newest_on_any_of_its_topics_are_found_however_they_lie(near):
    """Of one topic there is much and old, of another little and new, of a third one story."""
    chance = random.Random(5)
    much, little, one = (Topic.objects.create(slug=n, name=n) for n in ("much", "little", "one"))
    weights = {much: 0.8, little: 0.2, one: 0.03}
    made = []
    for number in range(45):
        topics = [topic for topic, weight in weights.items() if chance.random() < weight]
        row = near(f"Near {number}", minutes=chance.randrange(30), topics=topics or [much])
        made.append((row, {topic.pk for topic in topics or [much]}))
    made.sort(key=lambda pair: (pair[0].published_at, pair[0].pk), reverse=True)
    for row, topics in made:
        alike = [other.pk for other, theirs in made if other != row and topics & theirs]
        found = [other.pk for other in PublishedStory.objects.near(row.pk, LOOK_AT)]
        assert found == alike[:LOOK_AT]


def test_what_came_in_from_an_old_archive_is_near_as_well(near, links, now):
    for year in (1912, 1969, 1985):
        near(f"Of {year}", minutes=(now - now.replace(year=year)) / timedelta(minutes=1))
    assert links() == ["Of 1985", "Of 1969", "Of 1912"]


def test_it_costs_no_query_more_whatever_there_is(near, client, url):
    for number in range(20):
        near(f"Near {number}", minutes=number)
    assert len(queries_of(client, url)) <= 2
