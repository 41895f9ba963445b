"""A draft is its writer's alone."""

import pytest
from django.urls import reverse

from articles.models import StoryDraft


def test_words_of_a_form_whose_writer_is_logged_out_are_not_kept_for_who_came_after(
    reporter, keep, url, story
):
    said = keep(reporter, story, fields={"headline": ["Hers"], "_writer": ["desk_editor"]})
    assert said.status_code == 403
    assert not StoryDraft.objects.filter(is_saved=False).exists()
    mine = {"headline": ["Mine"], "_writer": ["reporter"]}
    assert keep(reporter, story, fields=mine).json()["kept"]


@pytest.mark.parametrize("name", ["outsider", "photo_editor", "legal_officer"])
def test_who_may_not_write_the_story_is_told_that_there_is_none(
    cast, log_in, keep, url, story, name
):
    assert keep(log_in(getattr(cast, name)), story).status_code == 404
    assert not StoryDraft.objects.filter(is_saved=False).exists()


def test_nobody_sees_takes_or_throws_away_the_draft_of_another(
    reporter, cast, log_in, keep, url, story
):
    keep(reporter, story, fields={"headline": ["Typed in private"]})
    draft, editor = StoryDraft.objects.get(), log_in(cast.desk_editor)
    assert "private" not in editor.get(url).content.decode()
    taken = editor.post(url, {"_take_over": draft.pk}, follow=True)
    assert "private" not in taken.content.decode()
    assert "not kept any more" in taken.content.decode()
    assert editor.post(reverse("admin:draft_drop"), {"draft": draft.pk}).status_code == 404
    offered = editor.get(reverse("admin:draft_kept"), {"story": story.pk, "page": "x"})
    assert "private" not in offered.content.decode()
    assert keep(editor, story).status_code == 200  # under the same number: a row of their own
    draft.refresh_from_db()
    assert draft.headline == "Typed in private"
