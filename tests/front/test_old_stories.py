"""Old stories say so, from the moment on which they become old; and how long a story takes."""

from datetime import timedelta

import pytest
import time_machine

from articles.pages.reading import ARCHIVE_AFTER, ages_at, reading_time

NOTE = "This story was published on 1 February 2026. Facts may have changed."


def test_the_note_comes_by_itself(on_air, url, now, client):
    with time_machine.travel(now + ARCHIVE_AFTER - timedelta(seconds=1), tick=False):
        assert "Facts may have changed" not in client.get(url).content.decode()
    with time_machine.travel(now + ARCHIVE_AFTER, tick=False):
        assert NOTE in client.get(url).content.decode()


def test_a_kept_page_is_made_anew_when_its_story_becomes_old(now):
    assert ages_at(now, now) == now + ARCHIVE_AFTER
    assert ages_at(now, now + ARCHIVE_AFTER) is None


@pytest.mark.parametrize(
    ("words", "said"), [(0, ""), (60, ""), (200, "1 min read"), (810, "4 min read")]
)
def test_what_is_read_at_a_glance_says_nothing(words, said, english):
    assert reading_time(words, english) == said


def test_each_script_has_its_own_speed_and_digits(persian, english):
    assert reading_time(800, persian) == "6 min read".replace("6", "۶")
    assert reading_time(800, english) == "4 min read"
