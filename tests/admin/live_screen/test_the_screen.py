"""The live screen is valid, has its own deeds alone, and is read in few queries."""

import re

import pytest

from articles.models import LiveEntry
from articles.publishing.live.freeze import freeze
from tests.admin.live_screen.sent import of, typed
from tests.hostile import hostile_texts
from tests.html import errors_in
from tests.live import post


def test_the_screen_is_valid_and_shows_drafts_and_entries(url, editor, live, cast, now):
    post(live, "Seen by <readers>.", headline="Bridge", now=now)
    editor.post(url, typed("draft", "Half a thought"))
    html = editor.get(url).content.decode()
    assert errors_in(html) == []
    assert "Seen by &lt;readers&gt;." in html
    assert html.index("Half a thought") < html.index("Seen by")


@pytest.mark.parametrize("deed", ["", "publish", "pin", "<script>"])
def test_there_are_no_other_deeds(deed, url, editor):
    assert editor.post(url, {"deed": deed}).status_code == 404


def test_a_report_has_no_such_screen_and_a_draft_takes_drafts(editor, make_story):
    report, draft = make_story(), make_story(headline="Soon", story_type="live")
    assert editor.get(f"/admin/articles/story/{report.pk}/live/").status_code == 404
    url = f"/admin/articles/story/{draft.pk}/live/"
    assert "Publish the story first" in editor.get(url).content.decode()
    assert editor.post(f"{url}?stream", typed("post")).status_code == 422
    assert editor.post(f"{url}?stream", typed("draft")).status_code == 200


def test_coverage_is_ended_and_resumed(url, editor, live, now):
    editor.post(url, {"deed": "freeze"})
    html = editor.get(url).content.decode()
    assert "This coverage ended" in html
    assert "data-composer" not in html
    assert editor.post(f"{url}?stream", typed("post")).status_code == 422
    editor.post(url, {"deed": "reopen"})
    assert editor.post(f"{url}?stream", typed("post")).status_code == 200


def test_of_two_thousand_entries_a_page_is_read_in_as_many_queries_as_of_ten(
    url, editor, live, now, django_assert_max_num_queries
):
    LiveEntry.objects.bulk_create(
        LiveEntry(story=live, status="on_air", text=f"Entry {n}", posted_at=now, changed_at=now)
        for n in range(2000)
    )
    with django_assert_max_num_queries(30):
        html = editor.get(url).content.decode()
    assert html.count('class="live-entry') == 30
    older = re.search(r'href="(\?older=[^"]+)"', html)[1]
    assert "Entry 1969" in editor.get(url + older).content.decode()
    assert editor.get(f"{url}?older=nonsense").status_code == 200
    # What is refused among older entries comes back there, too.
    entry = LiveEntry.objects.get(text="Entry 1969")
    typed_there = of(entry, "change", text="Typed far below.", is_key_event="on")
    response = editor.post(url + older, typed_there)
    assert response.status_code == 422
    assert "Typed far below.</textarea>" in response.content.decode()


def test_hostile_text_in_every_field_stays_text(url, editor, live, shared, now):
    for text in hostile_texts(shared)[::25]:
        sent = typed("post", text, headline=text[:200], alt_text=text[:1000], caption=text[:1000])
        assert editor.post(f"{url}?stream", sent).status_code in (200, 422)
    html = editor.get(url).content.decode()
    assert errors_in(html) == []
    assert "<script>" not in html.replace("&lt;script&gt;", "")


def test_ended_coverage_shows_on_the_form_where_to_go(editor, live, cast, now):
    freeze(live, actor=cast.desk_editor, now=now)
    html = editor.get(f"/admin/articles/story/{live.pk}/change/").content.decode()
    assert f'href="/admin/articles/story/{live.pk}/live/"' in html
