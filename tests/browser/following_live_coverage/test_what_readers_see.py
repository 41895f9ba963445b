"""Two readers see what the desk posts, corrects, removes and ends, and nothing jumps."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.publishing.actors import SYSTEM
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.live.words import Words
from tests.browser.following_live_coverage.composer import row, write
from tests.browser.following_live_coverage.following import a_while_later
from tests.live import post

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_two_readers_follow_what_the_desk_posts_corrects_and_removes(desk, follow, live):
    post(live, "The first entry.", now=timezone.now())
    wide, narrow = follow(), follow(width=360)
    readers = (wide, narrow)
    write(desk, "The bridge is open.", "Bridge")
    write(desk, "It rains.")
    a_while_later(*readers)
    for page in readers:
        expect(page.locator(".fresh[role=status] button")).to_have_text("2 new updates")
        expect(page.locator(".entry")).to_have_count(1)  # nothing jumps
        page.locator(".fresh[role=status] button").click()
        expect(page.locator(".entry").first).to_contain_text("It rains.")
        expect(page.locator(".entry").nth(1)).to_contain_text("The bridge is open.")
        expect(page.locator(".fresh[role=status]")).to_be_empty()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    bridge = row(desk, "The bridge is open.")
    bridge.locator("summary", has_text="Edit or correct").click()
    bridge.locator("textarea").fill("The bridge is closed.")
    bridge.locator("[name$=correction]").fill("An earlier version said that it was open.")
    bridge.locator("button", has_text="Change it on air").click()
    expect(row(desk, "The bridge is closed.").locator(".live-words")).to_contain_text("earlier")
    a_while_later(*readers)
    for page in readers:
        expect(page.locator(".entry").nth(1)).to_contain_text("The bridge is closed.")
        expect(page.locator("[data-correction]")).to_contain_text("An earlier version")

    rain = row(desk, "It rains.")
    rain.locator("summary", has_text="Remove").click()
    rain.locator("[name=reason]").fill("It does not")
    rain.locator("button", has_text="Remove it for good").click()
    expect(desk.locator(".live-entry.is-removed")).to_have_count(1)
    a_while_later(*readers)
    for page in readers:
        expect(page.locator(".entry")).to_have_count(2)
        expect(page.locator("body")).not_to_contain_text("It rains.")


def test_a_page_that_is_another_one_by_now_says_so(desk, follow, live):
    reader = follow()
    desk.locator("summary", has_text="End the coverage").click()
    desk.locator("button", has_text="End it now").click()
    expect(desk.locator("[data-ended]")).to_be_visible()
    a_while_later(reader)
    button = reader.locator(".fresh[role=status] button")
    expect(button).to_have_text("This page has changed: load it again")
    button.click()
    expect(reader.locator(".state")).to_contain_text("This coverage has ended.")
    expect(reader.locator("script[src*='live']")).to_have_count(0)


def test_nothing_is_kept_on_the_device(desk, follow, live):
    reader = follow()
    write(desk, "The bridge is open.")
    a_while_later(reader)
    reader.locator(".fresh[role=status] button").click()
    stored = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert reader.evaluate(stored) == [0, 0, ""]
    assert reader.context.cookies() == []


def test_the_day_stays_told_once_when_an_entry_of_another_day_arrives(desk, follow, live):
    now = timezone.now()
    for days in (2, 1, 1):
        post(live, f"{days} days ago.", now=now - timedelta(days=days))
    reader = follow()
    shown = reader.locator(".day").filter(visible=True)
    expect(shown).to_have_count(2)
    write(desk, "It is today.")
    write(desk, "It still is.")
    a_while_later(reader)
    reader.locator(".fresh[role=status] button").click()
    expect(reader.locator(".entry")).to_have_count(5)
    expect(shown).to_have_count(3)
    assert reader.evaluate(
        "[...document.querySelectorAll('.entry')].map((one) => !one.querySelector('.day').hidden)"
    ) == [True, False, True, False, True]


def test_a_key_event_that_is_taken_back_or_put_right_is_so_in_the_list_on_top(follow, live):
    now = timezone.now()
    kept = post(live, "It is open.", headline="Open", is_key_event=True, now=now)
    gone = post(live, "Who it was.", headline="A name", is_key_event=True, now=now)
    reader = follow()
    events = reader.locator(".events li")
    expect(events).to_have_count(2)
    right = Words(text="It is closed.", headline="Closed", is_key_event=True)
    change_entry(kept, right, actor=SYSTEM, now=now, correction="It was never open.")
    remove_entry(gone, actor=SYSTEM, now=now, reason="Safety")
    post(live, "It rains.", headline="Rain", is_key_event=True, now=timezone.now())
    a_while_later(reader)
    expect(events).to_have_count(1)
    expect(events).to_contain_text("Closed")
    expect(reader.locator("body")).not_to_contain_text("A name")
    reader.locator(".fresh[role=status] button").click()
    expect(events).to_have_count(2)
    expect(events.first).to_contain_text("Rain")
    remove_entry(kept, actor=SYSTEM, now=timezone.now(), reason="Safety")
    a_while_later(reader)
    expect(events).to_have_count(1)
