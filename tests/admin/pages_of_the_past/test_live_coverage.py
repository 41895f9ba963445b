"""Live coverage of the past has the entries that stood then, and none that must go."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Contributor, KeptEntry, PhotoText
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import contributor_changed
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.freeze import freeze
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.live.words import Words
from articles.publishing.publish import publish
from tests.admin.pages_of_the_past.mending import DAY, mend
from tests.html import text_of
from tests.live import go_live, post


@pytest.fixture
def coverage(story, photo, cast, now):
    PhotoText.objects.filter(photo=photo).update(caption="The mayor at the bridge.")
    go_live(story, now)
    entry = post(story, "The gates are shut.", now=now, headline="Shut", photo=photo)
    silent = post(story, "Said by mistake.", now=now)
    change_entry(
        entry, Words(text="The gates are open.", headline="Open", photo=photo),
        actor=cast.desk_editor, now=now + DAY,
    )  # fmt: skip
    remove_entry(silent, actor=cast.desk_editor, now=now + DAY, reason="x")
    post(story, "Posted at last.", now=now + 2 * DAY)
    mend(photo, cast, now + 3 * DAY)
    freeze(story, actor=cast.desk_editor, now=now + 3 * DAY)
    return story


def test_the_entries_that_stood_then_are_shown(coverage, seen):
    page = text_of(seen())
    assert "The gates are shut." in page
    assert "Said by mistake." in page
    assert "Posted at last." not in page
    assert "The mayor at the bridge." in page
    assert "governor" not in page


def test_a_day_later_they_are_those_of_that_day(coverage, seen):
    page = text_of(seen("2026-02-02T14:00"))
    assert "The gates are open." in page
    assert "Said by mistake." not in page
    page = text_of(seen("2026-02-05T14:00"))
    assert "Posted at last." in page
    assert "The governor at the bridge." in page


def test_whether_the_coverage_was_over_is_that_of_the_moment(coverage, seen):
    assert "has ended" not in text_of(seen())
    assert "ended" in text_of(seen("2026-02-05T14:00"))


def test_entries_from_before_they_were_kept_come_from_their_versions(coverage, seen):
    KeptEntry.objects.all().delete()
    page = text_of(seen())
    assert "The gates are shut." in page
    assert "Said by mistake." in page
    assert "Posted at last." not in page
    assert "captions and names in older entries are those of today" in page


def test_a_killed_photo_leaves_entries_of_the_past(coverage, photo, seen, cast, now):
    names = [row.file.name for row in photo.renditions.all()]
    kill_photo(photo, actor=cast.photo_editor, now=now + 4 * DAY, reason="A hoax")
    page = seen()
    assert "The mayor at the bridge." in page
    assert not any(name in page for name in names)


def test_who_is_protected_since_leaves_entries_of_the_past(story, reporter_byline, seen, cast, now):
    go_live(story, now)
    person = reporter_byline
    post(story, "The gates are shut.", now=now, contributor=person)
    assert "Ellery" in seen()
    Contributor.objects.filter(pk=person.pk).update(byline_policy="none", name="Desk")
    person.names.all().delete()
    contributor_changed(person, actor=cast.administrator, now=now + DAY)
    assert "Ellery" not in seen()


def test_what_did_not_change_is_kept_once(coverage, cast, now):
    assert (
        KeptEntry.objects.filter(document__headline="Open").count() == 3
    )  # words, caption, credit
    many = KeptEntry.objects.count()
    coverage.refresh_from_db()
    coverage.kicker = "Flood"
    coverage.save()
    publish(coverage, actor=cast.desk_editor, now=now + 5 * DAY)
    assert KeptEntry.objects.count() == many


def test_many_entries_cost_no_more_queries(story, seen, now):
    go_live(story, now)
    post(story, "Number 0.", now=now)
    seen()
    with CaptureQueriesContext(connection) as few:
        seen()
    for number in range(1, 30):
        post(story, f"Number {number}.", now=now)
    with CaptureQueriesContext(connection) as many:
        page = seen()
    assert len(many) <= len(few)
    assert "only the newest entries are shown" in page
