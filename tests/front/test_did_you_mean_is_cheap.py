"""What was meant is looked for among few words, however long and many the stories are."""

import random

import pytest

from articles.front import meant
from articles.models import SearchEntry
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.text import misspelt

LETTERS, LONG, MANY = "abcdefghijklmnopqrstuvwxyz", 1500, 12


@pytest.fixture
def long_stories(make_story, now):
    """Each of the words of a long read, and all about a flood."""
    chance = random.Random(7)
    for number in range(MANY):
        on_air = publish(make_story(headline=f"Flooding {number}"), actor=SYSTEM, now=now)
        words = " ".join("".join(chance.choices(LETTERS, k=8)) for _word in range(LONG))
        entry = SearchEntry.objects.get(on_air=on_air)
        SearchEntry.objects.filter(pk=entry.pk).update(words=f"{entry.words} {words}")


@pytest.fixture
def measured(monkeypatch):
    """The words that were held against one of the question."""
    found, distance = [], misspelt.distance

    def noted(one, other, most):
        found.append(other)
        return distance(one, other, most)

    monkeypatch.setattr(misspelt, "distance", noted)
    return found


@pytest.mark.parametrize("question", ["floding", "floding+vally", "floding+vally+vilagers"])
def test_few_words_of_many_are_measured(question, long_stories, client, measured):
    assert client.get(f"/en/search/?q={question}").status_code == 200
    assert len(measured) < 200


def test_only_those_that_the_index_can_have_found(long_stories, client, measured):
    page = client.get("/en/search/?q=floding").content.decode()
    assert "<bdi>flooding</bdi>" in page
    assert measured
    assert {word[:3] for word in measured} == {"flo"}


def test_words_beyond_the_newest_stories_are_not_looked_at(
    long_stories, client, measured, monkeypatch
):
    looked_at, likely = [], meant._likely

    def noted(spelling, words):
        looked_at.extend(words)
        return likely(spelling, words)

    monkeypatch.setattr(meant, "_likely", noted)
    client.get("/en/search/?q=floding")
    assert LONG < len(looked_at) <= meant.MOST_WORDS_LOOKED_AT
