"""An entry is posted with or without a script, and a refusal costs no word."""

import re
import uuid

import pytest

from articles.models import LiveEntry, PublishedEntry
from tests.admin.live_screen.sent import of, typed


def test_an_entry_is_posted_without_a_script(url, editor):
    sent = typed("post", headline="Bridge", is_key_event="on")
    response = editor.post(url, sent, follow=True)
    assert "The entry is on air." in response.content.decode()
    assert PublishedEntry.objects.get().is_key_event
    editor.post(url, sent)
    assert PublishedEntry.objects.count() == 1


def test_a_script_gets_the_stream_alone_and_the_next_key(url, editor):
    response = editor.post(f"{url}?stream", typed("post"))
    html = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in html
    assert "The bridge is closed." in html
    assert uuid.UUID(re.search(r'data-key="([^"]+)"', html)[1])


def test_a_refusal_costs_no_word(url, editor):
    sent = typed("post", "The [river](https://example.org)", is_key_event="on")
    response = editor.post(url, sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert "A key event needs a headline" in html
    assert "The [river](https://example.org)</textarea>" in html
    assert sent["key"] in html
    response = editor.post(f"{url}?stream", sent)
    assert (response.status_code, response.json()["sentence"][:11]) == (422, "A key event")
    assert not LiveEntry.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "no key"}, {"photo": "9" * 30}, {"photo": "77"}, {"contributor": "77"},
        {"headline": "x" * 201}, {"text": "x" * 10_001}, {"rights_basis": "stolen"},
        {"seen": "-1"}, {"text": "\x00"},
    ],
)  # fmt: skip
def test_bad_input_is_a_sentence(wrong, url, editor):
    response = editor.post(f"{url}?stream", typed("post") | wrong)
    assert response.status_code == 422
    assert len(response.json()["sentence"]) > 10
    assert not PublishedEntry.objects.exists()


def test_a_colleagues_draft_is_posted_from_the_stream(url, editor, live, cast, log_in):
    reporter = log_in(cast.reporter)
    assert reporter.post(url, typed("draft")).status_code == 302
    draft = LiveEntry.objects.get()
    assert reporter.post(url, of(draft, "post")).status_code == 422
    assert 'value="post"' not in reporter.get(url).content.decode()
    assert editor.post(url, of(draft, "post", text="Read and mended.")).status_code == 302
    assert PublishedEntry.objects.get().document["html"] == "<p>Read and mended.</p>"
