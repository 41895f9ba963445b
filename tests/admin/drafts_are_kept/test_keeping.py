"""What is typed is kept without a version, in any size and any characters."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import StoryDraft, StoryVersion


def test_a_draft_is_kept_without_a_version_and_told_in_the_service_s_zone(
    reporter, keep, url, story
):
    before = StoryVersion.objects.count()
    with CaptureQueriesContext(connection) as captured:
        said = keep(reporter, story).json()
    assert said["kept"].endswith(" Prague")
    assert StoryVersion.objects.count() == before
    assert StoryDraft.objects.get().headline == "Typed"
    assert len(captured) <= 10
    keep(reporter, story, fields={"headline": ["Typed on"]})
    assert StoryDraft.objects.get().headline == "Typed on"


def test_two_tabs_keep_a_draft_each(reporter, keep, url, story):
    keep(reporter, story)
    keep(reporter, story, page="another-page-of-mine")
    assert StoryDraft.objects.count() == 2


def test_what_was_taken_back_is_kept_no_more(reporter, keep, url, story):
    keep(reporter, story)
    assert keep(reporter, story, fields={}).json() == {"kept": ""}
    assert not StoryDraft.objects.filter(is_saved=False).exists()


def test_two_hundred_thousand_words_are_kept_and_offered(reporter, keep, url, story):
    body = "<p>ten words stand here in a row, one to ten</p>" * 20_000
    assert keep(reporter, story, fields={"body": [body]}).status_code == 200
    assert len(reporter.get(url).content) < 2_000_000


@pytest.mark.parametrize("word", ["\u202egnippils", "👩‍👩‍👧", "\ud83d lone", "a\x00b", "<script>"])
def test_odd_characters_are_kept_and_shown_as_words(reporter, keep, url, story, word):
    assert keep(reporter, story, fields={"headline": [word]}).status_code == 200
    page = reporter.get(url)
    assert page.status_code == 200
    assert "<ins><script>" not in page.content.decode()
