"""From the log-in of a newcomer to the reader's page, counting every click."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from articles.models import LegalNotice, NoticeTarget, NoticeText
from articles.publishing.notices import approve, propose
from articles.vocabularies import Placement

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


class CountedClicks:
    """Clicks a person makes; typing and choosing a file in a dialog are not clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def __call__(self, selector: str) -> None:
        self.count += 1
        self.page.click(selector)


@pytest.fixture
def warning(cast, now):
    notice = LegalNotice.objects.create(
        slug="warning", kind="reader_warning", placements=[Placement.ARTICLE_FOOT.value],
        starts_at=now - timedelta(days=1), reach="matched_or_unknown",
    )  # fmt: skip
    NoticeText.objects.create(
        notice=notice, language="en", title="Sharing may be punished",
        body="<p>Take care.</p>", is_default=True,
    )  # fmt: skip
    NoticeTarget.objects.create(notice=notice, dimension="region", value="RU")
    version = propose(notice, actor=cast.legal_officer, now=now)
    approve(version, actor=cast.second_legal_officer, now=now)
    return notice


def write_in_the_editor(page: Page, *paragraphs: str) -> None:
    body = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
    body.focus()
    for paragraph in paragraphs:
        page.keyboard.type(paragraph)
        page.keyboard.press("Enter")


def test_a_newcomer_publishes_a_story_with_a_photo_in_at_most_twelve_clicks(
    english, politics, reporter_byline, cast, warning, log_in, site, jpeg, tmp_path, readers_page
):
    picture = tmp_path / "river.jpg"
    picture.write_bytes(jpeg)
    page = log_in(cast.desk_editor)
    click = CountedClicks(page)

    click(".model-story .addlink")
    expect(page.locator("#id_headline")).to_be_focused()
    page.keyboard.type("The river rises again")
    click("iframe.cke_wysiwyg_frame")
    write_in_the_editor(page, "Water came at night.", "Nobody was hurt.")
    page.set_input_files("#id_story_photos-0-file", str(picture))
    click("#id_story_photos-0-alt_text")
    page.keyboard.type("Brown water under a bridge.")
    page.keyboard.press("Tab")
    page.keyboard.type("The river on the second day.")
    page.keyboard.press("Tab")
    page.keyboard.type("Radio Lantern")
    page.keyboard.press("Tab")
    page.keyboard.type("Staff")
    click("#bylines-0 .select2-selection")
    page.keyboard.type("Mara")
    click(".select2-results__option--highlighted")
    click("input[name=_publish]")
    expect(page.locator(".desk-subject")).to_have_text("The river rises again")
    click("form.desk-confirm button[type=submit]")
    expect(page.locator(".success")).to_contain_text("is on air")
    assert click.count <= 12

    reader = readers_page(java_script_enabled=False)
    reader.goto(f"{site}/en/")
    reader.click("text=The river rises again")
    expect(reader.locator("article h1")).to_have_text("The river rises again")
    expect(reader.locator("article")).to_contain_text("Nobody was hurt.")
    expect(reader.locator("article figure[data-photo] img")).to_have_attribute(
        "alt", "Brown water under a bridge."
    )
    expect(reader.locator("article figcaption")).to_contain_text("The river on the second day.")
    expect(reader.locator("[data-byline]")).to_have_text("written by Mara Ellery")
    expect(reader.locator("[data-notice=warning]")).to_contain_text("Sharing may be punished")
    shown = reader.locator("article img").evaluate("image => image.naturalWidth")
    assert shown > 0


def test_a_refused_publish_costs_no_word(english, cast, log_in, site, story, photo):
    photo.credit = ""
    photo.save()
    page = log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    page.fill("#id_headline", "A better headline")
    page.click("input[name=_publish]")

    expect(page.locator(".desk-findings .blocks")).to_contain_text("has no credit")
    page.click("text=Back to the form")
    expect(page.locator("#id_headline")).to_have_value("A better headline")


def test_a_photo_is_placed_in_the_text(english, cast, log_in, site, story, photo):
    page = log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    page.click(".cke_button__newsphoto")
    page.click(".newsphoto-choice")
    shown = page.frame_locator("iframe.cke_wysiwyg_frame").locator("figure[data-photo] img")
    expect(shown).to_have_attribute(
        "src", photo.renditions.get(format="jpeg", width=320, crop="full").file.url
    )
    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()

    story.refresh_from_db()
    assert f'<figure data-photo="{photo.pk}"></figure>' in story.body


def test_a_persian_editor_writes_from_right_to_left(persian, cast, log_in, site, readers_page):
    page = log_in(cast.outsider)
    page.click(".model-story .addlink")
    expect(page.locator("#id_headline")).to_be_focused()
    page.keyboard.type("آب بالا می‌آید")
    write_in_the_editor(page, "نمی‌دانیم چه می‌شود.")
    frame = page.frame_locator("iframe.cke_wysiwyg_frame").locator("html")
    expect(frame).to_have_attribute("dir", "rtl")
    page.click("input[name=_publish]")
    page.click("form.desk-confirm button[type=submit]")
    expect(page.locator(".success")).to_be_visible()

    reader = readers_page(width=360)
    reader.goto(f"{site}/fa/")
    reader.click("text=آب بالا می‌آید")
    expect(reader.locator("html")).to_have_attribute("dir", "rtl")
    expect(reader.locator("article")).to_contain_text("نمی‌دانیم")
    width = reader.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
