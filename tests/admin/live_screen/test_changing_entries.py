"""Entries are changed in the stream, and what a colleague changed meanwhile is told."""

import pytest

from articles.models import PublishedEntry
from tests.admin.live_screen.sent import of
from tests.live import post


def test_an_entry_is_changed_corrected_marked_and_removed_in_the_stream(url, editor, live, now):
    entry = post(live, headline="Bridge", now=now)
    editor.post(url, of(entry, "change", text="Mended.", correction="It was open."))
    entry.refresh_from_db()
    assert (entry.text, entry.correction) == ("Mended.", "It was open.")
    for deed, field in (("pin", "is_pinned"), ("key", "is_key_event")):
        editor.post(url, {"deed": deed, "entry": entry.pk})
        entry.refresh_from_db()
        assert getattr(entry, field)
    response = editor.post(url, {"deed": "remove", "entry": entry.pk, "reason": ""})
    assert response.status_code == 422
    editor.post(url, {"deed": "remove", "entry": entry.pk, "reason": "Wrong", "note": "Wrong."})
    assert PublishedEntry.objects.get().document == {"removal_note": "Wrong."}


def test_what_a_colleague_changed_meanwhile_is_told_beside_what_was_typed(url, editor, live, now):
    entry = post(live, now=now)
    first = of(entry, "change", text="First.")
    editor.post(url, first)
    response = editor.post(url, of(entry, "change", text="Second thoughts."))
    html = response.content.decode()
    assert response.status_code == 422
    assert "meanwhile" in html
    assert "Second thoughts.</textarea>" in html
    assert PublishedEntry.objects.get().document["html"] == "<p>First.</p>"


def test_pinning_is_no_change_of_words_and_is_not_undone_by_saving_them(url, editor, live, now):
    entry = post(live, headline="Bridge", now=now)
    opened = of(entry, "change", text="Mended.")
    for deed in ("pin", "key", "unkey"):
        editor.post(url, {"deed": deed, "entry": entry.pk})
    assert editor.post(url, opened).status_code == 302
    entry.refresh_from_db()
    assert (entry.text, entry.is_pinned, entry.is_key_event) == ("Mended.", True, False)


@pytest.mark.parametrize("seen", ["0", "3", "9" * 30])
def test_a_change_that_never_was_is_no_way_around_the_question(seen, url, editor, live, now):
    entry = post(live, now=now)
    editor.post(url, {"deed": "pin", "entry": entry.pk})
    name = next(name for name in of(entry, "change") if name.endswith("seen"))
    assert editor.post(url, of(entry, "change", text="x") | {name: seen}).status_code == 422
