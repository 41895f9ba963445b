"""A story on air with its share card, and orders that may take the card away."""

import pytest

from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.publish import publish
from tests.publishing.share_cards.readers import on_air


@pytest.fixture
def order(enforce):
    def make(**against):
        said = {"slug": "order", "kind": "withheld", "regions": ["GB"], "reach": "matched"}
        return enforce(**said | against)

    return make


@pytest.fixture
def carded(story, now):
    """On air, with its card; returns the file's name."""
    publish(story, actor=SYSTEM, now=now)
    assert complete_cards(now) == 1
    return on_air(story).share_card
