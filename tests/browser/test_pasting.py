"""What is pasted from an office program keeps its structure, drops its looks, and says so."""

import re

import pytest
from playwright.sync_api import expect

from articles.text.sanitise import clean_body
from tests.browser.writing import CLIPBOARDS, html_of, open_text, paste

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
KEPT = [
    "<h2>The Dam Above The Town</h2>",
    "<strong>before dawn</strong>",
    "<em>operator</em>",
    "<h2>What the inspectors saw</h2>",
    "<li>A crack in the spillway</li>",
    "<li>Two gates that would not close</li>",
    '<a href="https://dam.example/report">on the ministry',
]


@pytest.mark.parametrize(
    ("name", "source", "dropped", "quotes"),
    [
        ("word", "Word", ["fonts", "colours", "highlighting"], True),
        ("docs", "Google Docs", ["fonts", "sizes", "colours"], False),
        ("libreoffice", "LibreOffice", ["fonts", "colours", "underlining"], True),
    ],
)
def test_structure_is_kept_and_looks_are_dropped(
    name, source, dropped, quotes, story, cast, log_in, site
):
    page = log_in(cast.desk_editor)
    open_text(page, site, story)
    paste(page, (CLIPBOARDS / f"{name}.html").read_text("utf-8"))
    told = page.locator(".cke_notification_message", has_text=f"Pasted from {source}.")
    expect(told).to_be_visible()
    for word in dropped:
        expect(told).to_contain_text(word)

    html = html_of(page)
    body = clean_body(html)
    assert [part for part in KEPT if part not in body] == []
    if quotes:
        assert re.search(r"<blockquote>\s*(<p>)?We heard it before we saw it\.", body)
    for looks in ("style=", "class=", "<font", "<span", "<u>", "mso", "guid"):
        assert looks not in html


def test_plain_words_are_pasted_without_a_word(story, cast, log_in, site):
    page = log_in(cast.desk_editor)
    open_text(page, site, story)
    paste(page, "<p>Just <b>words</b>.</p>", "Just words.")
    frame = page.frame_locator("iframe.cke_wysiwyg_frame")
    expect(frame.locator("p", has_text="Just")).to_be_visible()
    assert clean_body(html_of(page)) == "<p>Just <strong>words</strong>.</p>"
    expect(page.locator(".cke_notification_message", has_text="Pasted from")).to_have_count(0)
