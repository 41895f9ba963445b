"""Without a script, on a line that breaks or where data is spared, the page is whole."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.following_live_coverage.composer import write
from tests.browser.following_live_coverage.following import STEP, a_while_later
from tests.live import post

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_without_a_script_the_page_is_whole(follow, readers_page, path, live):
    now = timezone.now()
    for number in range(25):
        post(live, f"Entry number {number}.", headline=f"No. {number}", now=now, is_key_event=True)
    reader = readers_page(width=360, java_script_enabled=False)
    reader.goto(path)
    expect(reader.locator(".entry")).to_have_count(20)
    reader.locator(".events a", has_text="No. 24").click()
    assert reader.url.endswith(f"#{reader.locator('.entry').first.get_attribute('id')}")
    reader.locator(".older a").click()
    expect(reader.locator(".entry")).to_have_count(5)
    reader.locator(".entry .when a").first.click()
    expect(reader.locator("h1")).to_have_text("No. 4")
    reader.get_by_role("link", name="Read it in the whole coverage").click()
    expect(reader.locator(".entry").first).to_contain_text("No. 4")


def test_on_a_slow_line_that_breaks_the_reader_keeps_the_page_and_hears_later(
    desk, follow, live, path
):
    reader = follow()
    reader.route("**/updates/**", lambda route: route.abort())
    write(desk, "The bridge is open.")
    failed: list[str] = []
    reader.on("requestfailed", lambda request: failed.append(request.url))
    for _step in range(60):
        reader.clock.run_for(STEP)
        reader.wait_for_timeout(50)
    assert 2 <= len(failed) <= 12  # eight minutes: less and less often
    expect(reader.locator("h1")).to_be_visible()
    expect(reader.locator(".fresh[role=status]")).to_be_empty()
    reader.unroute("**/updates/**")
    a_while_later(reader)
    expect(reader.locator(".fresh[role=status] button")).to_have_text("1 new update")


def test_who_spares_data_is_asked_for_nothing(desk, readers_page, path):
    reader = readers_page()
    reader.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    reader.clock.install()
    reader.goto(path)
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.clock.run_for(600_000)
    # The browser may fetch the page's icon whenever it likes.
    assert [url for url in asked if not url.endswith("/mark.svg")] == []
    expect(reader.get_by_role("link", name="Look for new updates")).to_be_visible()
