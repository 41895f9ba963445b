"""Every warning travels with each item, and what an order withholds is not there."""

import pytest

from tests.front.feeds.lists import EVERY_FEED


@pytest.mark.parametrize("path", EVERY_FEED)
def test_every_warning_travels_with_each_item_whatever_its_region(path, river, enforce, reader_in):
    enforce(regions=["RU"], reach="matched")
    for place in ("DE", "RU", ""):
        text = reader_in(place)(path).content.decode()
        assert "Sharing may be punished" in text
        assert "data-notice" not in text


def test_a_withheld_story_is_in_the_feeds_of_everybody_else(river, story, enforce, reader_in):
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched")
    for path in EVERY_FEED:
        assert "river" not in reader_in("GB")(path).content.decode().casefold(), path
        assert "The river rises" in reader_in("CZ")(path).content.decode(), path


def test_an_effect_takes_a_story_out_of_feeds_alone(river, story, enforce, reader_in):
    enforce(story=story, regions=["RU"], effects=["drop_from_feeds"])
    assert "river rises" not in reader_in("RU")("/en/rss.xml").content.decode()
    assert "river rises" in reader_in("RU")("/en/").content.decode()
    assert "river rises" in reader_in("DE")("/en/rss.xml").content.decode()
