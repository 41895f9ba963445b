"""What a photo in the text says to who does not see it: shown below it, written without leaving."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.files import drop, phone_photo
from tests.browser.writing import EDITOR, html_of, open_text

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SLOW = 20_000
OK = ".cke_dialog_ui_button_ok"


@pytest.fixture
def wordless(photo, story):
    photo.texts.all().delete()
    story.body = f'<p>Before.</p><figure data-photo="{photo.pk}"></figure><p>After.</p>'
    story.save()
    return photo


def below(page):
    return page.frame_locator("iframe.cke_wysiwyg_frame").locator(".newsphoto-alt")


def test_what_is_missing_is_said_below_the_photo_and_written_there(
    wordless, story, cast, log_in, site
):
    page = log_in(cast.reporter)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    expect(below(page)).to_contain_text("no alt text in this language", timeout=SLOW)
    before = html_of(page)

    below(page).click()
    area = page.locator("#newsphoto-alt")
    expect(area).to_be_focused()
    expect(page.locator(".newsphoto-words p")).to_contain_text("no alt text")
    area.fill("Brown water under a bridge.")
    page.click(OK)
    expect(below(page)).to_have_text("Alt text: Brown water under a bridge.")
    assert wordless.texts.get().alt_text == "Brown water under a bridge."
    assert html_of(page) == before  # nothing of it is in the story
    expect(page.locator(".keeper-words")).not_to_contain_text("Unsaved")
    row = page.locator("#id_story_photos-0-alt_text")
    expect(row).to_have_value("Brown water under a bridge.")


def test_a_finding_leads_to_the_photo_in_the_text(wordless, story, cast, log_in, site):
    page = log_in(cast.reporter)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    expect(below(page)).to_contain_text("no alt text", timeout=SLOW)
    chosen = f"() => ({EDITOR}.widgets.focused || {{data: {{}}}}).data.photo"
    page.locator(f"#desk-checks a[href='#photo-{wordless.pk}']").click()
    page.wait_for_function(f"() => !!{EDITOR}.widgets.focused")
    assert page.evaluate(chosen) == str(wordless.pk)

    page.goto(f"{site}/admin/articles/story/{story.pk}/checks/")
    page.locator(f"a[href$='#photo-{wordless.pk}']").first.click()
    ready = f"window.CKEDITOR && {EDITOR} && {EDITOR}.widgets"
    page.wait_for_function(f"() => {ready} && !!{EDITOR}.widgets.focused")
    assert page.evaluate(chosen) == str(wordless.pk)


def test_a_photo_with_words_is_placed_at_once_and_one_without_asks_for_them(
    photo, story, cast, log_in, site
):
    page = log_in(cast.reporter)
    open_text(page, site, story, "<p>Text.</p>")
    page.click(".cke_button__newsphoto")
    page.locator(f".newsphoto-choice[data-photo='{photo.pk}']").click()
    expect(below(page)).to_have_text("Alt text: Brown water under a bridge.")
    expect(page.locator(OK)).not_to_be_visible()

    photo.texts.all().delete()
    open_text(page, site, story, "<p>Text.</p>")
    page.click(".cke_button__newsphoto")
    page.locator(f".newsphoto-choice[data-photo='{photo.pk}']").click()
    expect(page.locator("#newsphoto-alt")).to_be_focused()
    assert "data-photo" not in html_of(page)
    page.keyboard.type("A river.")
    page.click(OK)
    expect(below(page)).to_have_text("Alt text: A river.")
    assert f'<figure data-photo="{photo.pk}"></figure>' in html_of(page)


def test_a_caption_that_says_the_same_is_noticed(photo, story, cast, log_in, site):
    caption = "<figcaption>brown water under a bridge</figcaption>"
    story.body = f'<p>Text.</p><figure data-photo="{photo.pk}">{caption}</figure>'
    story.save()
    page = log_in(cast.reporter)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    expect(below(page)).to_contain_text("repeats the caption", timeout=SLOW)


def test_a_dropped_photo_says_that_it_has_none(story, cast, log_in, site):
    page = log_in(cast.reporter)
    open_text(page, site, story, "<p>One.</p><p>Two.</p>")
    drop(page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").nth(1), phone_photo())
    expect(below(page)).to_contain_text("no alt text", timeout=SLOW)


def test_what_could_not_be_saved_stands_in_the_dialog_again(wordless, story, cast, log_in, site):
    page = log_in(cast.reporter)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    below(page).click(timeout=SLOW)
    page.route("**/alt/", lambda route: route.abort())
    page.locator("#newsphoto-alt").fill("Words that must not be lost.")
    page.click(OK)
    expect(below(page)).to_have_text("Not saved: Words that must not be lost.")
    page.unroute("**/alt/")
    below(page).click()
    expect(page.locator("#newsphoto-alt")).to_be_visible()  # asked for once more
    expect(page.locator("#newsphoto-alt")).to_have_value("Words that must not be lost.")
    page.click(OK)
    expect(below(page)).to_have_text("Alt text: Words that must not be lost.", timeout=SLOW)
    assert wordless.texts.get().alt_text == "Words that must not be lost."
