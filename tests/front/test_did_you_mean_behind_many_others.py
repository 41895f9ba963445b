"""What a service and a reader's choice leave is looked at, however many others are newer."""

from datetime import timedelta

import pytest

from articles.front import meant
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.search import resembling

FEW, MORE = 3, 5


@pytest.fixture(autouse=True)
def few_are_looked_at(monkeypatch):
    monkeypatch.setattr(meant, "LOOKED_AT", FEW)
    monkeypatch.setattr(resembling, "MOST_RESEMBLING", FEW)
    monkeypatch.setattr(resembling, "NEWEST_TRIED", FEW)


@pytest.fixture
def on_air(make_story, now):
    def make(headline, days_ago=0, **fields):
        story = make_story(headline=headline, **fields)
        return publish(story, actor=SYSTEM, now=now - timedelta(days=days_ago))

    return make


@pytest.fixture
def suggestion(client):
    def ask(question):
        page = client.get(f"/en/search/?q={question}").content.decode()
        return page.partition('class="meant"')[2].partition("</p>")[0]

    return ask


def test_a_small_service_behind_a_large_one(on_air, suggestion, persian):
    on_air("Floodings")
    for _number in range(MORE):
        on_air("Flooding", service=persian)
    assert "<bdi>floodings</bdi>" in suggestion("floodins")


def test_a_period_behind_what_is_newer(on_air, suggestion, now):
    on_air("Floodings", days_ago=10)
    for _number in range(MORE):
        on_air("Flooding")
    assert "<bdi>floodings</bdi>" not in suggestion("floodins")
    day = (now - timedelta(days=9)).date().isoformat()
    assert "<bdi>floodings</bdi>" in suggestion(f"floodins&to={day}")


def test_a_section_behind_the_others(on_air, suggestion):
    on_air("Floodings")
    for _number in range(MORE):
        on_air("Flooding", section=None)
    assert "<bdi>floodings</bdi>" not in suggestion("floodins")
    assert "<bdi>floodings</bdi>" in suggestion("floodins&section=politics")


def test_an_older_story_behind_newer_ones_that_hold_nothing_like_it(on_air, suggestion):
    on_air("Floodings")
    for _number in range(MORE):
        on_air("Elections")
    assert "<bdi>floodings</bdi>" in suggestion("floodins")
