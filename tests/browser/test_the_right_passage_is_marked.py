"""Where the same words come more than once, the passage that the comment is about is marked."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.publishing.comments import Place, add_comment

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

# In which paragraph each marked passage begins.
PARAGRAPHS = """() => {
    const frame = document.querySelector("iframe.cke_wysiwyg_frame");
    const view = frame ? frame.contentWindow : window;
    const all = Array.from(view.document.querySelectorAll((frame ? "body" : ".desk-read") + " p"));
    return Array.from(view.CSS.highlights.get("comment-passage") || [],
        (range) => all.indexOf(range.startContainer.parentElement.closest("p")));
}"""
THRICE = (
    "<p>The mayor was there. He said nothing.</p><p>The guests left. He said nothing.</p>"
    "<p>At ten the lights went out. He said nothing.</p>"
)


def marked_in(page, *paragraphs):
    page.wait_for_function(f"want => String(({PARAGRAPHS})()) === want",
                           arg=",".join(map(str, paragraphs)))  # fmt: skip


def change_of(story):
    return reverse("admin:articles_story_change", args=[story.pk])


@pytest.fixture
def thrice(story):
    story.body = THRICE
    story.save(update_fields=["body"])
    return story


def select_last_sentence(page, root, paragraph):
    page.evaluate(
        """([root, number]) => {
            const frame = document.querySelector("iframe.cke_wysiwyg_frame");
            const view = frame ? frame.contentWindow : window;
            const node = view.document.querySelectorAll(root + " p")[number].lastChild;
            const start = node.data.indexOf("He said");
            const end = start + "He said nothing.".length;
            view.getSelection().setBaseAndExtent(node, start, node, end);
        }""",
        [root, paragraph],
    )


def comment(page, words):
    panel = page.locator(".desk-comments, #desk-comments").first
    panel.locator(".desk-new-comment textarea").click()
    expect(panel.locator("[name=quote]")).to_have_value("He said nothing.")
    page.keyboard.type(words)
    panel.get_by_role("button", name="Comment", exact=True).click()
    expect(panel.locator("blockquote")).to_have_text("He said nothing.")


def test_in_the_editor_also_after_edits_before_it(thrice, cast, log_in, site):
    page = log_in(cast.desk_editor)
    page.goto(site + change_of(thrice))
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").nth(2).wait_for()
    page.click("#desk-comments summary")
    select_last_sentence(page, "body", 1)
    comment(page, "Sure?")
    marked_in(page, 1)
    kept = thrice.comments.get()
    assert kept.occurrence == 1
    assert kept.words_before.endswith("He said nothing. The guests left.")
    assert kept.words_after.startswith("At ten")

    thrice.body = "<p>He said nothing. He said nothing.</p><p>New.</p>" + THRICE
    thrice.save(update_fields=["body"])
    page.goto(site + change_of(thrice))
    marked_in(page, 3)


def test_on_the_page_of_comments(thrice, cast, log_in, site):
    page = log_in(cast.desk_editor)
    page.goto(site + reverse("admin:articles_story_comments", args=[thrice.pk]))
    select_last_sentence(page, ".desk-read", 2)
    comment(page, "Sure?")
    marked_in(page, 2)


@pytest.mark.parametrize(
    ("body", "paragraph"),
    [
        # The words around it were written anew: it is the second still.
        (THRICE.replace("The guests left.", "All guests walked.").replace("At ten", "Later"), [1]),
        # It has left the text: none of those like it is taken for it.
        ("<p>The mayor was there. He said nothing.</p><p>The guests left.</p>", []),
    ],
)
def test_what_was_changed_around_it(body, paragraph, thrice, cast, log_in, site, now):
    place = Place("The guests left.", "At ten the lights", 1)
    about = {"quote": "He said nothing.", "place": place}
    add_comment(thrice, "Sure?", actor=cast.reporter, now=now, **about)
    thrice.body = body
    thrice.save(update_fields=["body"])
    page = log_in(cast.desk_editor)
    page.goto(site + reverse("admin:articles_story_comments", args=[thrice.pk]))
    if paragraph:
        marked_in(page, *paragraph)
    else:
        expect(page.locator(".desk-passage")).to_contain_text("The passage was changed since")


def test_words_that_were_typed_by_hand_are_found_where_they_come_first(thrice, cast, log_in, site):
    page = log_in(cast.desk_editor)
    page.goto(site + reverse("admin:articles_story_comments", args=[thrice.pk]))
    select_last_sentence(page, ".desk-read", 2)
    page.locator(".desk-new-comment textarea").click()
    page.fill("[name=quote]", "He said")
    page.fill(".desk-new-comment textarea", "Sure?")
    page.get_by_role("button", name="Comment", exact=True).click()
    marked_in(page, 0)
