"""NUL, and what else PostgreSQL refuses, is answered at the desk with a sentence or left out."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import StoryDraft, StoryPresence
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.admin.sent import sent_by


@pytest.fixture
def editor(log_in, cast):
    return log_in(cast.desk_editor)


@pytest.mark.parametrize("page", ["\x00" * 8, "a-page-\x00-of-mine", "a-page\nof-mine"])
def test_a_page_s_number_is_printable(editor, story, page):
    url = reverse("admin:articles_story_presence", args=[story.pk])
    for more in ({}, {"leave": "1"}):
        assert editor.post(url, {"page": page} | more).status_code == 400
    sent = json.dumps({"page": page, "fields": {"headline": ["x"]}})
    url = reverse("admin:draft_keep")
    assert editor.post(url, sent, content_type="application/json").status_code == 400
    assert not StoryPresence.objects.exists()


def test_a_draft_is_kept_without_them(editor, story):
    sent = json.dumps({
        "page": "a-page-of-mine", "story": story.pk, "fields": {"headline": ["x"]},
        "stamp": "a\x00b\ud83d", "touched": ["head\x00line"],
    })  # fmt: skip
    answer = editor.post(reverse("admin:draft_keep"), sent, content_type="application/json")
    assert answer.status_code == 200
    draft = StoryDraft.objects.get()
    assert (draft.stamp, draft.touched) == ("ab", ["headline"])


def test_a_saved_form_s_number_is_noted_without_them(editor, story):
    url = reverse("admin:articles_story_change", args=[story.pk])
    form = sent_by(editor.get(url).content.decode(), "story_form")
    answer = editor.post(url, form | {"_page": "a-page-\x00of-mine", "_continue": "Save"})
    assert answer.status_code == 302
    assert StoryDraft.objects.get().page == "a-page-of-mine"


def test_stories_for_a_front_are_found_without_them(editor, story, english):
    publish(story, actor=SYSTEM, now=timezone.now())
    found = editor.get(reverse("admin:front_stories", args=["en", "-"]), {"q": "ri\x00ver"})
    assert [one["id"] for one in found.json()["stories"]] == [story.pk]
    assert editor.get(reverse("admin:front_stories", args=["en", "-"]), {"q": "\x00"}).json()
