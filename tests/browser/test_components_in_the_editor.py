"""Pull quote, fact box, embed and related story: from the toolbar to the reader's page."""

import pytest
from playwright.sync_api import expect

from articles.models import Story
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.browser.writing import html_of, open_text

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_from_the_toolbar_to_the_page_and_nobody_else_is_asked(
    story, make_story, cast, log_in, site, now, readers_page
):
    other = publish(make_story(headline="The Dam Before"), actor=SYSTEM, now=now)
    page = log_in(cast.desk_editor)
    open_text(page, site, story, "<p>Water remembers its way.</p><p>Second.</p>")

    page.evaluate(
        "() => { const e = CKEDITOR.instances.id_body, r = e.createRange();"
        " r.selectNodeContents(e.editable().getFirst()); r.select(); }"
    )
    page.click(".cke_button__pullquote")
    frame = page.frame_locator("iframe.cke_wysiwyg_frame")
    expect(frame.locator(".pull-words")).to_have_text("Water remembers its way.")
    frame.locator(".pull-source").click()
    page.keyboard.type("Mara Ellery")

    page.evaluate(
        "() => { const e = CKEDITOR.instances.id_body, r = e.createRange();"
        " r.moveToElementEditEnd(e.editable().getLast()); r.select(); }"
    )
    page.click(".cke_button__factbox")
    frame.locator(".fact-title").click()
    page.keyboard.type("The dam")
    frame.locator(".fact-body").click()
    page.keyboard.type("Built in 1966.")

    page.evaluate(
        "() => { const e = CKEDITOR.instances.id_body;"
        " e.widgets.focused && e.widgets.focused.blur; const r = e.createRange();"
        " r.moveToElementEditStart(e.editable().getFirst()); r.select(); }"
    )
    page.click(".cke_button__newsembed")
    fields = page.locator(".cke_dialog:visible input.cke_dialog_ui_input_text")
    fields.nth(0).fill("https://evil.example/watch")
    fields.nth(1).fill("The crack, filmed from the road")
    page.once("dialog", lambda alert: alert.accept())
    page.locator(".cke_dialog:visible .cke_dialog_ui_button_ok").click()
    expect(page.locator(".cke_dialog:visible")).to_be_visible()
    fields.nth(0).fill("https://www.youtube.com/watch?v=abc&utm_source=x")
    page.locator(".cke_dialog:visible .cke_dialog_ui_button_ok").click()
    expect(frame.locator(".embed-provider")).to_have_text("YouTube")

    page.evaluate(
        "() => { const e = CKEDITOR.instances.id_body, r = e.createRange();"
        " r.moveToElementEditEnd(e.editable().findOne('p')); r.select(); }"
    )
    page.click(".cke_button__newsrelated")
    page.locator(".newsrelated-choice", has_text="The Dam Before").click()
    expect(frame.locator(".related-title")).to_have_text("The Dam Before")

    page.click("input[name=_publish]")
    page.click("form.desk-confirm button[type=submit]")
    expect(page.locator(".success")).to_contain_text("is on air")
    body = Story.objects.get(pk=story.pk).body.replace("\n", "")
    assert '<blockquote data-kind="pull"><p>Water remembers its way.</p>' in body
    assert "<p><cite>Mara Ellery</cite></p></blockquote>" in body
    assert '<aside data-kind="fact"><h3>The dam</h3><p>Built in 1966.</p></aside>' in body
    assert 'data-embed="https://www.youtube.com/watch?v=abc"' in body
    assert f'<figure data-story="{other.pk}"></figure>' in body

    reader = readers_page()
    hosts = set()
    reader.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    reader.goto(f"{site}/en/a/x/{story.pk}.html")
    expect(reader.locator(".pull blockquote")).to_have_text("Water remembers its way.")
    expect(reader.locator(".pull figcaption")).to_have_text("Mara Ellery")
    expect(reader.locator(".facts h2")).to_have_text("The dam")
    expect(reader.locator(".embed a")).to_have_attribute(
        "href", "https://www.youtube.com/watch?v=abc"
    )
    expect(reader.locator(".related a")).to_contain_text("The Dam Before")
    reader.wait_for_load_state("networkidle")
    assert hosts == {site.split("/")[2]}


def test_what_was_written_opens_as_it_was(story, cast, log_in, site):
    html = (
        '<p>One.</p><blockquote data-kind="pull"><p>Words.</p><p><cite>Who</cite></p></blockquote>'
        '<aside data-kind="fact"><h3>Title</h3><p>Fact.</p><ul><li>a</li></ul></aside>'
        '<figure data-embed="https://t.me/a/1"><figcaption>What</figcaption></figure>'
        f'<figure data-story="{story.pk}"></figure>'
    )
    page = log_in(cast.desk_editor)
    open_text(page, site, story, html)
    assert html_of(page).replace("\n", "").replace("\t", "") == html


def test_counts_follow_what_is_written_and_selected(story, cast, log_in, site):
    page = log_in(cast.desk_editor)
    open_text(page, site, story, "<p>Four words are here</p>")
    page.keyboard.type(" now")
    counts = page.locator("[data-counts]")
    expect(counts).to_contain_text("5 words · 23 characters · 1 minute to read")
    page.keyboard.press("Control+a")
    expect(counts).to_contain_text("selected: 5 words")


def test_a_headline_too_long_for_cards_is_told_in_words(story, cast, log_in, site):
    page = log_in(cast.desk_editor)
    open_text(page, site, story)
    page.fill("#id_headline", "x" * 91)
    expect(page.locator("[data-headline-hint]")).to_contain_text(
        "91 characters: too long for cards"
    )
    page.fill("#id_headline", "Short")
    expect(page.locator("[data-headline-hint]")).to_have_text("5 characters")


def test_keys_save_and_are_written_on_a_sheet(story, cast, log_in, site):
    page = log_in(cast.desk_editor)
    open_text(page, site, story, "<p>Saved by a key</p>")
    page.keyboard.press("Alt+Shift+Slash")
    expect(page.locator("#desk-keys")).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.frame_locator("iframe.cke_wysiwyg_frame").locator("body").press("Alt+Shift+KeyS")
    story.refresh_from_db()
    assert story.body == "<p>Saved by a key</p>"
