"""What is typed at the live desk stays, whatever is refused, under way or comes from colleagues."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.following_live_coverage.composer import row, write
from tests.live import post

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_what_is_typed_survives_a_lost_connection_and_a_refusal(desk, live):
    composer = desk.locator("[data-composer]")
    text = composer.locator("[name=text]")
    desk.route("**/live/?stream", lambda route: route.abort())
    text.fill("The bridge is closed.")
    text.press("Control+Enter")
    expect(composer.locator("[data-refusal]")).to_contain_text("kept here")
    expect(text).to_have_value("The bridge is closed.")
    desk.unroute("**/live/?stream")
    composer.locator("[name=is_key_event]").check()
    composer.get_by_role("button", name="Post").click()
    expect(composer.locator("[data-refusal]")).to_contain_text("needs a headline")
    expect(text).to_have_value("The bridge is closed.")
    composer.locator("[name=headline]").fill("Closed")
    composer.get_by_role("button", name="Post").dblclick()
    expect(text).to_have_value("")
    expect(desk.locator(".live-entry")).to_have_count(1)
    assert live.live_entries.count() == 1


def held_back(desk: Page) -> list:
    """What the desk sends waits here until it is let through."""
    held: list = []
    desk.route(
        "**/live/?stream",
        lambda route: held.append(route) if route.request.method == "POST" else route.continue_(),
    )
    return held


def let_through(desk: Page, held: list) -> None:
    for _step in range(100):
        if held:
            break
        desk.wait_for_timeout(50)
    held.pop().continue_()


def test_what_is_typed_while_a_post_is_under_way_stays(desk, live):
    composer = desk.locator("[data-composer]")
    text, headline = composer.locator("[name=text]"), composer.locator("[name=headline]")
    held = held_back(desk)
    headline.fill("Bridge")
    text.fill("The first.")
    text.press("Control+Enter")
    text.fill("The next thought")
    let_through(desk, held)
    expect(row(desk, "The first.")).to_have_count(1)
    expect(headline).to_have_value("")
    expect(text).to_have_value("The next thought")
    expect(composer).to_have_attribute("data-typed", "yes")
    text.press("Control+Enter")
    let_through(desk, held)
    expect(row(desk, "The next thought")).to_have_count(1)
    expect(text).to_have_value("")
    assert live.live_entries.count() == 2


def test_what_is_typed_while_a_change_is_under_way_goes_on_in_the_entry_s_form(desk, live):
    write(desk, "It is open.")
    held = held_back(desk)
    entry = desk.locator(".live-entry")
    entry.locator("summary", has_text="Edit or correct").click()
    text = entry.locator("textarea[name$=text]")
    text.fill("It is closed.")
    text.press("Control+Enter")
    text.fill("It is closed for the night.")
    let_through(desk, held)
    expect(entry.locator(".live-words")).to_contain_text("It is closed.")
    expect(text).to_have_value("It is closed for the night.")
    expect(text).to_be_focused()
    text.press("Control+Enter")
    let_through(desk, held)
    expect(entry.locator(".live-words")).to_contain_text("for the night")
    entry.locator("summary", has_text="Edit or correct").click()
    expect(text).to_be_visible()


def test_pinning_an_entry_leaves_what_is_typed_in_it(desk, live):
    write(desk, "It is open.")
    entry = desk.locator(".live-entry")
    entry.locator("summary", has_text="Edit or correct").click()
    text = entry.locator("textarea[name$=text]")
    text.fill("It is closed.")
    with desk.expect_response("**/live/?stream"):
        entry.get_by_role("button", name="Pin", exact=True).click()
    expect(entry.locator("form[data-done]")).to_have_count(1)
    expect(text).to_have_value("It is closed.")
    assert live.live_entries.get().is_pinned


def test_at_the_desk_colleagues_see_each_other_and_nobody_loses_what_is_being_typed(
    desk, live, site
):
    desk.locator("[data-composer] [name=text]").fill("Half a thought")
    entry = post(live, "From a colleague.", now=timezone.now())
    desk.evaluate("() => { window.dispatchEvent(new Event('focus')); }")
    expect(row(desk, "From a colleague.")).to_have_count(1, timeout=25_000)
    expect(desk.locator("[data-composer] [name=text]")).to_have_value("Half a thought")
    assert entry.pk
