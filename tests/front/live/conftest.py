"""A live story on air, its addresses, and a way to post to it."""

from datetime import timedelta

import pytest

from tests.live import post


@pytest.fixture
def path(live):
    return f"/en/a/{live.on_air.slug}/{live.pk}.html"


@pytest.fixture
def updates(path):
    return path.replace(".html", "/updates/")


@pytest.fixture
def tell(live, now):
    """``tell(5, "Text", …)``: an entry posted five minutes after the story."""

    def make(minutes, text="Something happened.", **words):
        return post(live, text, now=now + timedelta(minutes=minutes), **words)

    return make
