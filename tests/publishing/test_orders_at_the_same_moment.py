"""An order is approved while a card is drawn, or a story published: no card is left, and nobody
waits in a circle."""

from datetime import timedelta
from functools import partial

import pytest

from articles.models import (
    LegalNotice,
    NoticeTarget,
    NoticeText,
    PublishedStory,
    Region,
    ShareCard,
    Topic,
)
from articles.models.photo import public_storage
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.notices import approve, propose
from articles.publishing.publish import publish
from articles.vocabularies import RegionKind
from tests.publishing.test_photos_at_the_same_moment import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("letters"),
]


@pytest.fixture
def britain(db):
    """The atlas came with the migrations, and a test that commits empties the tables."""
    return Region.objects.get_or_create(
        code="GB", defaults={"name": "United Kingdom", "kind": RegionKind.COUNTRY}
    )[0]


@pytest.fixture
def approval(cast, now, britain):
    """Of an order against a topic, which only waits for the second lawyer."""
    notice = LegalNotice.objects.create(
        slug="order", kind="withheld", placements=["article_foot"], reach="matched",
        starts_at=now - timedelta(days=1),
    )  # fmt: skip
    NoticeText.objects.create(
        notice=notice, language="en", title="Not here", body="<p>No.</p>", is_default=True
    )
    for dimension, value in (("region", "GB"), ("topic", "trial")):
        NoticeTarget.objects.create(notice=notice, dimension=dimension, value=value)
    version = propose(notice, actor=cast.legal_officer, now=now)
    return partial(approve, version, actor=cast.second_legal_officer, now=now)


@pytest.fixture
def trial(db):
    return Topic.objects.create(slug="trial", name="Trial")


def test_none_is_left_of_what_the_worker_draws_just_then(story, trial, approval, now):
    story.topics.add(trial)
    publish(story, actor=SYSTEM, now=now)
    _answers, failures = at_once(approval, partial(complete_cards, now))
    assert failures == []
    assert not ShareCard.objects.exists()
    assert PublishedStory.objects.get(story=story).share_card == ""


def test_nor_of_what_is_published_just_then(make_story, trial, approval, now):
    stories = [make_story(headline=f"Story {number}") for number in range(3)]
    for story in stories:
        publish(story, actor=SYSTEM, now=now)
        complete_cards(now)
        story.topics.add(trial)
    files = list(ShareCard.objects.values_list("file", flat=True))
    assert len(files) == 3
    works = [partial(publish, story, actor=SYSTEM, now=now) for story in reversed(stories)]
    _answers, failures = at_once(*works, approval, partial(complete_cards, now))
    assert failures == []
    complete_cards(now + timedelta(minutes=5))
    assert not ShareCard.objects.exists()
    assert not [name for name in files if public_storage().exists(name)]
