"""A live story in previews: with the entries of today, or those of a moment that is past."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from tests.live import go_live, post


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now + timedelta(days=2), tick=False):
        yield


@pytest.fixture
def look(story, cast, log_in, now):
    go_live(story, now)
    post(story, "Posted at last.", now=now + timedelta(days=1))

    def ask(page="frame", **query):
        address = reverse(f"admin:articles_story_{page}", args=[story.pk], query=query)
        answer = log_in(cast.reporter).get(address)
        assert answer.status_code == 200
        return answer

    return ask


def test_what_readers_saw_before_an_entry_does_not_show_it(look, cast, log_in):
    asked = look("seen", at="2026-02-01T14:00").context["frame_url"]
    frame = log_in(cast.reporter).get(asked).content.decode()
    assert "The river rises" in frame
    assert "Posted at last." not in frame


def test_what_readers_saw_after_it_does(look, cast, log_in):
    asked = look("seen", at="2026-02-02T14:00").context["frame_url"]
    assert "Posted at last." in log_in(cast.reporter).get(asked).content.decode()


def test_today_s_preview_shows_the_entries(look):
    assert "Posted at last." in look(of="live").content.decode()


def test_a_live_story_has_a_card_where_it_may_be_read(look, story, enforce):
    assert look("preview").context["outward"].title == story.headline
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched", title="No")
    assert look("preview", region="GB").context["outward"] is None
