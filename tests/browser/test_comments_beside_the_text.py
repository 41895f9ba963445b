"""A colleague comments on a passage, and nobody who is writing loses a word by it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.publishing.review import submit
from articles.publishing.save import save
from tests.browser.writing import wait_for_editor

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_a_comment_is_written_beside_unsaved_text_about_the_passage_that_is_selected(
    story, cast, log_in, site, now
):
    save(story, actor=cast.reporter, now=now)
    page = log_in(cast.desk_editor)
    page.goto(site + reverse("admin:articles_story_change", args=[story.pk]))
    page.fill("#id_headline", "Typed and not saved")
    body = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
    body.locator("p").last.click(click_count=3)

    page.click("#desk-comments summary")
    panel = page.locator("#desk-comments")
    panel.locator(".desk-new-comment textarea").focus()
    expect(panel.locator("[name=quote]")).to_have_value("The second one.")
    page.keyboard.type("Who says so?")
    panel.get_by_role("button", name="Comment").click()

    expect(panel.locator("blockquote")).to_have_text("The second one.")
    expect(page.locator("#id_headline")).to_have_value("Typed and not saved")
    panel.get_by_role("button", name="Settle").click()
    expect(panel).to_contain_text("Settled by desk_editor")
    assert story.comments.get().settled_at


def test_a_comment_that_cannot_be_sent_stays_in_its_field(story, cast, log_in, site, now):
    page = log_in(cast.desk_editor)
    page.goto(site + reverse("admin:articles_story_change", args=[story.pk]))
    page.click("#desk-comments summary")
    field = page.locator("#desk-comments .desk-new-comment textarea")
    field.fill("Kept")
    wait_for_editor(page)
    page.context.set_offline(True)
    page.locator("#desk-comments").get_by_role("button", name="Comment").click()
    expect(page.locator("#desk-comments .errornote")).to_contain_text("Not sent")
    expect(field).to_have_value("Kept")


def test_asking_for_a_change_gives_back_once_and_the_form_says_so(story, cast, log_in, site, now):
    save(story, actor=cast.reporter, now=now)
    submit(story, actor=cast.reporter, now=now)
    page = log_in(cast.desk_editor)
    page.goto(site + reverse("admin:articles_story_change", args=[story.pk]))
    page.fill("#id_headline", "Typed and not saved")
    page.click("#desk-comments summary")
    panel = page.locator("#desk-comments")
    panel.locator(".desk-new-comment textarea").fill("Who says so?")
    panel.get_by_role("button", name="Ask for this change").dblclick()

    expect(panel.locator(".desk-gave-back")).to_be_visible()
    expect(panel.locator("> summary")).to_have_text("1 open comment")
    expect(page.locator(".desk-standing")).to_contain_text("Changes requested")
    expect(page.locator(".desk-standing")).not_to_contain_text("In review")
    expect(page.locator(".desk-bar").get_by_role("link", name="Approve …")).to_have_count(0)
    expect(page.locator("#id_headline")).to_have_value("Typed and not saved")
    expect(panel.locator(".errornote")).to_have_count(0)
    assert story.comments.count() == 1


def test_a_double_click_is_one_comment(story, cast, log_in, site, now):
    page = log_in(cast.desk_editor)
    page.goto(site + reverse("admin:articles_story_change", args=[story.pk]))
    page.click("#desk-comments summary")
    panel = page.locator("#desk-comments")
    panel.locator(".desk-new-comment textarea").fill("Once")
    panel.get_by_role("button", name="Comment", exact=True).dblclick()
    expect(panel.locator("> summary")).to_have_text("1 open comment")
    expect(panel.get_by_role("button", name="Comment", exact=True)).to_be_enabled()
    assert story.comments.count() == 1
