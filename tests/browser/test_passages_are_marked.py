"""The passage that a comment is about is marked in the text, and never becomes a part of it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.publishing.comments import add_comment
from tests.browser.writing import html_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

MARKED = """name => {
    const frame = document.querySelector("iframe.cke_wysiwyg_frame");
    const view = frame ? frame.contentWindow : window;
    return Array.from(view.CSS.highlights.get(name) || [], String);
}"""
FIRST, PART = "The first paragraph of the story.", "paragraph of"


def marked(page, name="comment-passage"):
    return sorted(page.evaluate(MARKED, name))


def wait_for(page, *passages):
    page.wait_for_function(f"want => String(({MARKED})('comment-passage').sort()) === want",
                           arg=str(",".join(sorted(passages))))  # fmt: skip


def test_in_the_editor_and_on_the_page_of_comments(story, cast, log_in, site, now):
    for quote in (FIRST, PART, "Words that are there no more."):
        add_comment(story, f"About {quote}", quote=quote, actor=cast.reporter, now=now)
    page = log_in(cast.desk_editor)
    page.goto(site + reverse("admin:articles_story_change", args=[story.pk]))
    text = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
    wait_for(page, FIRST, PART)
    assert html_of(page).replace("\n", "") == story.body
    expect(page.locator("[data-counts]")).to_contain_text("words")

    # A click on a passage leads to what is said of it; another, where two overlap, to the next.
    panel, current = page.locator("#desk-comments"), page.locator(".desk-threads .is-current")
    text.locator("p").first.click(position={"x": 90, "y": 12})
    expect(panel).to_have_attribute("open", "")
    expect(current).to_have_count(1)
    was = current.inner_text()
    text.locator("p").first.click(position={"x": 90, "y": 12})
    expect(current).not_to_have_text(was)

    # And back, by the keyboard.
    thread = panel.locator("li", has_text=f"About {PART}")
    thread.get_by_role("button", name="Show in the text").press("Enter")
    assert marked(page, "comment-current") == [PART]
    assert page.evaluate("CKEDITOR.instances.id_body.getSelection().getSelectedText()") == PART
    gone = panel.locator("li", has_text="Words that are there no more.").first
    expect(gone).to_contain_text("The passage was changed since")

    # Changed while it is looked at.
    page.keyboard.type("half")
    wait_for(page)
    expect(thread).to_contain_text("The passage was changed since")
    assert "highlight" not in html_of(page)

    page.goto(site + reverse("admin:articles_story_comments", args=[story.pk]))
    wait_for(page, FIRST, PART)
