"""A view of the story list is narrowed and saved, with a script and with none."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import OwnView

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_what_is_seen_is_what_is_saved(make_story, cast, log_in, site):
    make_story(headline="The dam", created_by=cast.reporter)
    make_story(headline="The dam of others")
    page = log_in(cast.reporter)
    page.goto(f"{site}/admin/articles/story/")
    expect(page.locator("[data-keep]")).to_be_hidden()
    page.fill("#searchbar", "dam")
    expect(page.locator("[data-found]")).to_have_text("2 stories")
    who = page.locator("#narrow-who")
    who.focus()
    who.select_option("me")
    expect(page.locator("[data-found]")).to_have_text("1 story")
    expect(page.locator("#narrow-who")).to_be_focused()
    page.click("[data-keep] summary")
    page.fill("#keep-name", "My dams")
    page.keyboard.press("Enter")
    expect(page.locator(".story-views [aria-current]")).to_have_text("My dams")
    assert OwnView.objects.get().query == "who=me&q=dam"
    expect(page.locator("[data-found]")).to_have_text("1 story")


def test_without_a_script_on_a_phone(make_story, cast, log_in, site, readers_page):
    make_story(headline="The dam")
    make_story(headline="The zoo")
    cookies = log_in(cast.reporter).context.cookies()
    page = readers_page(width=360, java_script_enabled=False)
    page.context.add_cookies(cookies)
    page.goto(f"{site}/admin/articles/story/")
    page.fill("#searchbar", "zoo")
    page.select_option("#narrow-changed", "day")
    page.get_by_role("button", name="Show").click()
    page.click("[data-keep] summary")
    page.fill("#keep-name", "Zoos of today")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".story-views [aria-current]")).to_have_text("Zoos of today")
    page.get_by_role("link", name="My views").click()
    page.get_by_role("button", name="Open the list with it").click()
    page.goto(f"{site}/admin/articles/story/")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
