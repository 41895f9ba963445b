"""What stood at a story's address at a moment, typed as the clock of its service shows it."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.publish_alone import publish_alone
from articles.publishing.unpublish import unpublish
from tests.html import errors_in

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now + 9 * DAY, tick=False):
        yield


@pytest.fixture
def ask(story, cast, log_in):
    def make(at, **query):
        address = reverse("admin:articles_story_seen", args=[story.pk], query={"at": at} | query)
        return log_in(cast.reporter).get(address)

    return make


@pytest.fixture
def a_life(story, cast, now):
    """Published on 1 February at noon UTC, updated on the 2nd, down on the 3rd, up on the 4th,
    killed on the 5th; Prague is an hour ahead."""
    publish(story, actor=cast.desk_editor, now=now)
    story.headline = "The river falls"
    story.save()
    publish(story, actor=cast.desk_editor, now=now + DAY)
    unpublish(story, actor=cast.desk_editor, now=now + 2 * DAY, reason="x")
    story.refresh_from_db()
    publish(story, actor=cast.desk_editor, now=now + 3 * DAY)
    kill(story, actor=cast.service_chief, now=now + 4 * DAY, reason="x")


def html(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-02-01T12:59", "Nothing: it was not on air"),
        ("2026-02-01T13:00", "Readers saw version 1"),
        ("2026-02-02T12:59:59", "Readers saw version 1"),
        ("2026-02-02T13:00", "Readers saw version 2"),
        ("2026-02-03T13:00", "Nothing: it was not on air"),
        ("2026-02-04T13:00", "Readers saw version 3"),
        ("2026-02-05T13:00", "Only that it was withdrawn"),
    ],
)
def test_the_version_on_air_then_or_nothing_or_killed(at, words, a_life, ask):
    page = ask(at)
    assert page.status_code == 200
    assert words in html(page)
    assert errors_in(html(page)) == []


def test_the_page_of_that_moment_is_shown(a_life, ask, cast, log_in):
    frame = log_in(cast.reporter).get(ask("2026-02-01T14:00").context["frame_url"])
    assert "The river rises" in html(frame)
    assert "2026-02-01 14:00 Prague (13:00 UTC)" in html(frame)
    assert "1 February 2026" in html(frame)
    assert "The river falls" in html(
        log_in(cast.reporter).get(ask("2026-02-02T14:00").context["frame_url"])
    )


def test_notices_are_those_of_that_moment(a_life, ask, enforce, cast, log_in):
    enforce("warning", regions=["RU"], reach="matched")
    page = ask("2026-02-01T14:00", region="RU")
    assert 'data-notice="warning"' in html(log_in(cast.reporter).get(page.context["frame_url"]))
    page = ask("2026-02-01T14:00", region="DE")
    assert "data-notice" not in html(log_in(cast.reporter).get(page.context["frame_url"]))


def test_what_was_withheld_then_is_told(story, ask, enforce, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched", title="No")
    page = html(ask("2026-02-01T14:00", region="GB"))
    assert "withheld there" in page
    assert "Readers saw" in html(ask("2026-02-01T14:00", region="DE"))


def test_what_one_person_published_alone_was_on_air(story, ask, cast, now):
    publish_alone(story, actor=cast.desk_editor, now=now, reason="Flood")
    assert "Readers saw version 1" in html(ask("2026-02-01T14:00"))


@pytest.mark.parametrize(
    ("at", "words"),
    [("", "Give the date"), ("never", "no date"), ("2026-02-30T10:00", "no date"),
     ("2999-01-01T00:00", "2200"), ("2027-01-01T00:00", "still to come"), ("\0", "no date"),
     ("0001-01-01T00:00", "1970")],
)  # fmt: skip
def test_a_moment_that_is_none_gets_a_sentence(at, words, ask):
    refused = ask(at)
    assert refused.status_code == 422
    assert words in html(refused)


def test_an_hour_that_comes_twice_is_asked_about(story, ask, cast):
    refused = ask("2025-10-26T02:30")
    assert refused.status_code == 422
    assert "comes twice" in html(refused)
    assert 'name="at_pass"' in html(refused)
    assert ask("2025-10-26T02:30", at_pass="second").status_code == 200


def test_a_place_that_is_none_gets_a_sentence(ask):
    refused = ask("2026-02-01T14:00", region="XX")
    assert refused.status_code == 422
    assert "no place" in html(refused)
