"""Photos in a real browser: dragged into a story, chosen by keyboard, drawn on, seen by readers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Photo, Story
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from tests.browser.files import CAPTION, drop, phone_photo
from tests.browser.test_the_whole_road import CountedClicks, write_in_the_editor

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
LIBRARY = "/admin/articles/photo/"
SLOW = 20_000


def test_a_photo_dragged_from_a_phone_into_a_story_is_public_and_clean(
    english, politics, reporter_byline, cast, log_in, site, readers_page
):
    page = log_in(cast.desk_editor)
    click = CountedClicks(page)
    click(".model-story .addlink")
    expect(page.locator("#id_headline")).to_be_focused()
    page.keyboard.type("The dam is full")
    click("iframe.cke_wysiwyg_frame")
    write_in_the_editor(page, "Water stands at the brim.")
    drop(page.locator("#story_photos-group"), phone_photo())
    row = page.locator("#story_photos-0")
    expect(row.locator("[name$=-alt_text]:not([type=hidden])")).to_be_focused(timeout=SLOW)
    expect(row.locator("[name$=-credit]:not([type=hidden])")).to_have_value("Radio Lantern")
    expect(row.locator("[name$=-caption_override]")).to_have_attribute("placeholder", CAPTION)
    page.keyboard.type("A grey wall with water behind it.")
    click("#id_story_photos-0-rights_basis")
    page.select_option("#id_story_photos-0-rights_basis", "staff")
    click("#id_story_photos-0-crop")
    page.select_option("#id_story_photos-0-crop", "16x9")
    click("#id_section + .select2 .select2-selection, .field-section .select2-selection")
    page.keyboard.type("Poli")
    click(".select2-results__option--highlighted")
    click("input[name=_publish]")
    click("form.desk-confirm button[type=submit]")
    expect(page.locator(".success")).to_contain_text("is on air")
    assert click.count <= 12

    use = Story.objects.get().story_photos.get()
    assert (use.role, use.crop, use.photo.newsroom) == ("lead", "16x9", english.newsroom)
    reader = readers_page(java_script_enabled=False)
    reader.goto(f"{site}/en/")
    reader.click("text=The dam is full")
    image = reader.locator("article figure[data-photo] img").first
    expect(image).to_have_attribute("alt", "A grey wall with water behind it.")
    expect(reader.locator("article figcaption").first).to_contain_text(CAPTION)
    expect(reader.locator("article figcaption").first).to_contain_text("Radio Lantern")
    address = image.evaluate("image => image.currentSrc")
    public = reader.request.get(address).body()
    assert b"Spyphone" not in public
    assert b"GPS" not in public


def test_a_photo_dropped_into_the_text_stands_where_it_was_dropped(story, cast, log_in, site):
    page = log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    frame = page.frame_locator("iframe.cke_wysiwyg_frame")
    second = frame.locator("p").nth(1)
    second.wait_for()
    place = second.bounding_box()
    outside = page.locator("iframe.cke_wysiwyg_frame").bounding_box()
    at = (int(place["x"] - outside["x"]) + 2, int(place["y"] - outside["y"]) + 4)
    drop(second, phone_photo(), at=at)
    expect(frame.locator("figure[data-photo] img[src*='/media/']")).to_be_visible(timeout=SLOW)
    page.fill("#id_story_photos-1-alt_text", "A grey wall.")
    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()

    made = Photo.objects.exclude(pk=story.story_photos.get(role="lead").photo_id).get()
    story.refresh_from_db()
    assert f'<figure data-photo="{made.pk}"></figure><p>The second' in story.body.replace("\n", "")
    assert story.story_photos.get(photo=made).role == "inline"


def test_photos_are_chosen_in_the_library_by_keyboard(photo, cast, log_in, site, now):
    for number in range(5):
        add_photo(phone_photo(number * 30), f"dam {number}.jpg", actor=SYSTEM, now=now)
    page = log_in(cast.photo_editor)
    page.goto(site + LIBRARY)
    page.locator(".photo-open").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("[data-count]")).to_have_text("3 photos selected")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".photo-open").nth(3)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-count]")).to_have_text("None selected")
    page.keyboard.press("Control+a")
    page.click("[data-edit]")
    expect(page.locator(".photo-row")).to_have_count(6)
    first = page.locator(".photo-row").first
    first.locator("[name$=-credit]:not([type=hidden])").fill("Everybody")
    first.locator("[data-fill=credit]").click()
    page.click("text=Save all")
    expect(page.locator(".success")).to_have_text("6 photos were saved.")
    assert set(Photo.objects.values_list("credit", flat=True)) == {"Everybody"}


def test_crops_and_blurred_areas_are_drawn_without_a_mouse(photo, cast, log_in, site):
    page = log_in(cast.photo_editor)
    page.goto(f"{site}{LIBRARY}{photo.pk}/change/")
    page.locator(".photo-point").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#id_focal_x")).to_have_value("0.51")
    page.click(".photo-modes >> text=1:1")
    page.locator(".photo-box:not(.is-blur)").focus()
    page.keyboard.press("ArrowLeft")
    page.click(".photo-modes >> text=Blur")
    page.click("text=Add an area")
    expect(page.locator(".photo-box.is-blur")).to_be_focused()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#id_people_at_risk")).to_be_checked()
    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()

    photo.refresh_from_db()
    assert photo.focal_x == 0.51
    _left, _top, width, height = photo.crops["1x1"]
    assert width * photo.width == pytest.approx(height * photo.height, rel=0.01)
    assert photo.people_at_risk
    assert photo.blurred_areas == [pytest.approx([0.4, 0.2, 0.21, 0.2])]


def test_a_lost_session_keeps_the_files_and_a_refusal_stands_at_its_file(
    english, cast, log_in, site, photo, jpeg
):
    page: Page = log_in(cast.photo_editor)
    page.goto(site + LIBRARY)
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    drop(page.locator("body"), phone_photo())
    line = page.locator(".photo-progress-line")
    expect(line).to_contain_text("You are logged out", timeout=SLOW)
    page.context.add_cookies(cookies)
    line.get_by_role("button", name="Try again").click()
    expect(page.locator(".photo-row [name$=-caption]:not([type=hidden])")).to_have_value(
        CAPTION, timeout=SLOW
    )
    drop(page.locator("body"), b"<html>", "page.jpg")
    expect(line).to_contain_text(re.compile("not a JPEG|web page"), timeout=SLOW)
    line.get_by_role("button", name="Dismiss").click()
    drop(page.locator("body"), jpeg, "again.jpg")
    expect(line).to_contain_text("in the library already", timeout=SLOW)
    expect(line.locator("a")).to_have_attribute("href", f"{LIBRARY}{photo.pk}/change/")
