"""The live desk takes photos, and fits a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.following_live_coverage.composer import write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_a_photo_is_dropped_chosen_and_posted(desk, live, photo, follow):
    composer = desk.locator("[data-composer]")
    composer.get_by_role("button", name="Photo from the library").click()
    desk.locator(".photo-choice").first.click()
    expect(composer.locator("[data-picture]")).to_be_visible()
    expect(composer.locator("[name=alt_text]")).to_have_value("Brown water under a bridge.")
    write(desk, "A picture.")
    expect(composer.locator("[data-photo]")).to_have_class(re.compile("is-blank"))
    reader = follow(width=360)
    expect(reader.locator(".entry figure img")).to_have_count(1)


def test_the_desk_fits_a_phone(desk):
    desk.set_viewport_size({"width": 360, "height": 700})
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
