"""Preview shows what is in the form now, in a tab beside it; nothing is saved and nothing left."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Story
from tests.browser.writing import wait_for_editor

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SLOW = 20_000


def test_it_shows_unsaved_words_and_saves_nothing(story, cast, log_in, site):
    page = log_in(cast.reporter)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    page.fill("#id_headline", "Typed this second")
    with page.expect_popup() as opened:
        page.click("input[name=_preview]")
    beside = opened.value
    expect(beside.locator(".desk-unsaved")).to_contain_text("Not saved.", timeout=SLOW)
    phone = beside.frame_locator("iframe[name=desk-phone]")
    expect(phone.locator("article h1")).to_have_text("Typed this second")
    expect(phone.locator(".desk-ribbon")).to_contain_text("Not saved")
    expect(page.locator("#id_headline")).to_have_value("Typed this second")
    assert Story.objects.get().headline == "The river rises"

    page.fill("#id_headline", "The river rises")  # taken back
    with page.expect_popup() as opened:
        page.click("input[name=_preview]")
    saved = opened.value.frame_locator("iframe[name=desk-phone]")
    expect(saved.locator("article h1")).to_have_text("The river rises", timeout=SLOW)
    expect(opened.value.locator(".desk-unsaved")).to_have_count(0)


def test_a_story_that_was_never_saved_is_shown_too(english, politics, cast, log_in, site):
    page = log_in(cast.reporter)
    page.goto(f"{site}/admin/articles/story/add/?service={english.pk}")
    page.fill("#id_headline", "Brand new")
    with page.expect_popup() as opened:
        page.click("input[name=_preview]")
    phone = opened.value.frame_locator("iframe[name=desk-phone]")
    expect(phone.locator("article h1")).to_have_text("Brand new", timeout=SLOW)
    assert not Story.objects.exists()


def test_offline_it_says_so_where_the_words_are(story, cast, log_in, site):
    page = log_in(cast.reporter)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    wait_for_editor(page)
    page.fill("#id_headline", "Typed offline")
    page.context.set_offline(True)
    page.click("input[name=_preview]")
    expect(page.locator(".keeper-words")).to_contain_text("Not saved: offline", timeout=SLOW)
    expect(page.locator("#id_headline")).to_have_value("Typed offline")
    page.wait_for_function("() => true")
    assert [one for one in page.context.pages if one != page and not one.is_closed()] == []
    page.context.set_offline(False)
