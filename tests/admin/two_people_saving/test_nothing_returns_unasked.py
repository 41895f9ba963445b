"""A form from before brings nothing back unasked, is one version, and tells outsiders nothing."""

import pytest

from articles.models import (
    PublishedStory,
    StoryDraft,
)
from articles.publishing.publish import publish
from articles.publishing.redact import ask_redaction, carry_out_redaction
from articles.publishing.republish import republish
from tests.admin.sent import sent_by


def test_a_correction_of_the_library_in_between_is_no_second_person(opened, url, story, cast, now):
    """It puts what was last on air in as the newest version; the form never showed that."""
    publish(story, actor=cast.desk_editor, now=now)
    reporter, hers = opened("reporter")
    reporter.post(url, hers | {"headline": "Not on air yet"})
    editor, his = opened("desk_editor")
    story.refresh_from_db()
    republish(
        PublishedStory.objects.get(story=story), actor=cast.desk_editor, now=now, reason="A caption"
    )
    story.save()
    answer = editor.post(url, his | {"kicker": "His"})
    assert answer.status_code == 302
    story.refresh_from_db()
    assert (story.headline, story.kicker) == ("Not on air yet", "His")


def test_a_form_from_before_a_redaction_brings_nothing_back_unasked(opened, url, story, cast, now):
    editor, his = opened("desk_editor")
    later = story.changed_at.replace(year=story.changed_at.year + 1)
    asked = ask_redaction(
        story, actor=cast.service_chief, now=later, reason="Safety", passages=["second"]
    )
    carry_out_redaction(asked, actor=cast.administrator, now=later)
    page = editor.post(url, his | {"kicker": "His"})
    assert {one.label for one in page.context["questions"]} == {"Body", "Kicker"}
    story.refresh_from_db()
    assert "second" not in story.body


def test_a_refused_form_keeps_what_it_was_opened_on(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"kicker": "Hers"})
    page = editor.post(url, his | {"headline": ""})
    again = sent_by(page.content.decode(), "story_form")
    assert (again["_base"], again["_page"]) == (his["_base"], his["_page"])
    editor.post(url, again | {"headline": "His"})
    story.refresh_from_db()
    assert (story.kicker, story.headline) == ("Hers", "His")


def test_a_form_sent_twice_is_one_version(opened, url, story):
    editor, his = opened("desk_editor")
    for _click in range(2):
        assert editor.post(url, his | {"headline": "Once"}).status_code == 302
    assert story.versions.count() == 2


def test_two_tabs_of_one_person_are_joined_like_two_people(opened, url, story):
    editor, one = opened("desk_editor")
    _same, other = opened("desk_editor")
    editor.post(url, one | {"headline": "From one tab"})
    editor.post(url, other | {"standfirst": "From the other"})
    story.refresh_from_db()
    assert (story.headline, story.standfirst) == ("From one tab", "From the other")


def test_another_newsroom_s_editor_learns_nothing_from_a_clash(opened, url, cast, log_in):
    reporter, hers = opened("reporter")
    reporter.post(url, hers | {"headline": "Hers and secret"})
    answer = log_in(cast.outsider).post(url, hers | {"headline": "His", "_stamp": "old"})
    assert answer.status_code == 302
    assert "secret" not in answer.content.decode()


def test_saving_throws_away_the_draft_of_that_form_alone(opened, url, story, cast, now):
    editor, his = opened("desk_editor")
    for page in (his["_page"], "another-tab-of-mine"):
        StoryDraft.objects.create(user=cast.desk_editor, story=story, page=page, kept_at=now)
    editor.post(url, his | {"kicker": "His"})
    rows = StoryDraft.objects.filter(is_saved=False)
    assert [draft.page for draft in rows] == ["another-tab-of-mine"]


@pytest.mark.parametrize("word", ["\u202egnippils", "👩‍👩‍👧 \U0001f1f0\U0001f1ff", "a\x07b"])
def test_odd_characters_clash_without_a_crash(opened, url, story, word):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"headline": f"Hers {word}"})
    page = editor.post(url, his | {"headline": f"His {word}"})
    assert len(page.context["questions"]) == 1
