"""A lone editor at night: from the start page to the live page, every click counted."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import PublishedStory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_breaking_takes_two_clicks_and_standing_down_one(
    english, politics, cast, log_in, site, readers_page
):
    page = log_in(cast.desk_editor)
    clicks = 0

    def click(target):
        nonlocal clicks
        clicks += 1
        target.click()

    click(page.get_by_role("link", name="Breaking news Headline, two"))
    expect(page.locator("#id_headline")).to_be_focused()
    page.keyboard.type("Quake shakes the foothills")
    page.keyboard.press("Tab")
    page.keyboard.type("Two towns are without power.")
    page.keyboard.press("Tab")
    page.keyboard.type("Karasu")
    click(page.get_by_role("button", name="Publish now"))
    expect(page.get_by_role("link", name="the live page")).to_be_visible()
    assert clicks == 2

    reader = readers_page(width=360)
    reader.goto(f"{site}/en/")
    expect(reader.locator("[data-breaking]")).to_contain_text("Quake shakes the foothills")
    on_air = PublishedStory.objects.get()

    page.get_by_role("button", name="Stand down").click()
    expect(page.locator(".desk-on-top")).to_contain_text("Nothing is breaking")
    on_air.refresh_from_db()
    assert on_air.breaking_until is None
    reader.reload()
    expect(reader.locator("[data-breaking]")).to_have_count(0)
