"""A page of the past says what readers had then: captions, credits, names; never what must go."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Contributor, KeptEntry, KeptWords, Newsroom, Photo, PhotoText
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import change_photo, contributor_changed, photo_changed
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.freeze import freeze
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.live.words import Words
from articles.publishing.publish import publish
from articles.publishing.save import save
from tests.html import text_of
from tests.live import go_live, post

DAY = timedelta(days=1)
THEN = "2026-02-01T14:00"  # an hour after ``now``, by the clock of the service


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now + 9 * DAY, tick=False):
        yield


@pytest.fixture
def seen(story, cast, log_in):
    """The page as it was at a moment."""

    def make(at=THEN):
        address = reverse("admin:articles_story_seen", args=[story.pk], query={"at": at})
        answer = log_in(cast.reporter).get(address)
        frame = log_in(cast.reporter).get(answer.context["frame_url"])
        assert frame.status_code == 200
        return frame.content.decode()

    return make


@pytest.fixture
def compare(story, cast, log_in):
    def make(**query):
        address = reverse("admin:articles_story_compare", args=[story.pk], query=query)
        return log_in(cast.reporter).get(address).content.decode()

    return make


@pytest.fixture
def on_air(story, photo, reporter_byline, cast, now):
    PhotoText.objects.filter(photo=photo).update(caption="The mayor at the bridge.")
    publish(story, actor=cast.desk_editor, now=now)
    return story


def mend(photo, cast, at):
    PhotoText.objects.filter(photo=photo).update(
        caption="The governor at the bridge.", alt_text="B."
    )
    photo_changed(photo, actor=cast.photo_editor, now=at, what=["texts"])
    change_photo(photo, {"credit": "Another hand"}, actor=cast.photo_editor, now=at)


def test_a_caption_and_a_credit_that_were_mended_since_stand_as_they_were(
    on_air, photo, seen, cast, now
):
    credit = photo.credit
    mend(photo, cast, now + DAY)
    was = seen()
    assert "The mayor at the bridge." in was
    assert credit in was
    assert "governor" not in was
    assert "Another hand" not in was
    will = seen("2026-02-03T14:00")
    assert "The governor at the bridge." in will
    assert "Another hand" in will


def test_compare_tells_what_the_library_changed(on_air, photo, compare, cast, now):
    mend(photo, cast, now + DAY)
    for new in ("3", "live", "now"):
        page = compare(old="1", new=new)
        assert "<del>mayor</del><ins>governor</ins>" in page
        assert "Changed in the library" in page
        assert "Alt text:" in page
        assert "Credit:" in page
    assert "Nothing differs" in text_of(compare(old="live", new="now"))


def test_words_of_another_newsrooms_photo_are_compared_with_nobody(on_air, compare, cast):
    other = Newsroom.objects.create(name="Far away")
    secret = Photo.objects.create(
        title="Secret", sha256="x", width=9, height=6, newsroom=other, credit="Secret hand"
    )
    on_air.refresh_from_db()
    on_air.body += f'<figure data-photo="{secret.pk}"></figure>'
    on_air.save()
    assert "Secret hand" not in compare(old="live", new="now")


def test_a_version_that_was_only_saved_has_no_captions_of_its_own(on_air, compare, cast, now):
    on_air.refresh_from_db()
    on_air.headline = "The river falls"
    on_air.save()
    save(on_air, actor=cast.reporter, now=now + DAY)
    assert "are not compared" in compare(old="2", new="live")


def test_a_name_that_was_changed_since_stands_as_it_was(
    on_air, reporter_byline, seen, compare, cast, now
):
    person = reporter_byline
    person.names.update(name="Mara Stone")
    Contributor.objects.filter(pk=person.pk).update(name="Mara Stone")
    contributor_changed(person, actor=cast.administrator, now=now + DAY)
    assert "written by Mara Ellery" in text_of(seen())
    assert "written by Mara Stone" in text_of(seen("2026-02-03T14:00"))
    page = compare(old="1", new="live")
    assert "<del>Mara Ellery (Author)</del>" in page
    assert "<ins>Mara Stone (Author)</ins>" in page


@pytest.mark.parametrize("policy", ["none", "service_name", "pseudonym"])
def test_who_is_protected_since_is_named_nowhere(
    policy, on_air, reporter_byline, seen, compare, cast, now
):
    person = reporter_byline
    person.names.all().delete()
    person.names.create(language="en", name="A. Reader")
    Contributor.objects.filter(pk=person.pk).update(byline_policy=policy, name="Kept at the desk")
    contributor_changed(person, actor=cast.administrator, now=now + DAY)
    page = seen()
    assert "Ellery" not in page
    assert "1 name is protected since" in page
    assert "Ellery" not in compare(old="1", new="live")


def test_who_is_protected_since_is_not_named_by_an_override_or_a_caption_either(
    story, photo, reporter_byline, seen, cast, now
):
    PhotoText.objects.filter(photo=photo).update(caption="Mara Ellery at the bridge.")
    story.byline_override = "Mara Ellery, with friends"
    story.save()
    publish(story, actor=cast.desk_editor, now=now)
    reporter_byline.names.all().delete()
    Contributor.objects.filter(pk=reporter_byline.pk).update(byline_policy="none", name="Desk")
    contributor_changed(reporter_byline, actor=cast.administrator, now=now + DAY)
    page = seen()
    assert "Ellery" not in page
    assert "█████ at the bridge." in page
    assert "with friends" in page


def test_of_a_photo_that_was_killed_since_there_are_words_and_no_file(
    on_air, photo, seen, compare, cast, now
):
    names = [row.file.name for row in photo.renditions.all()]
    kill_photo(photo, actor=cast.photo_editor, now=now + DAY, reason="A hoax")
    page = seen()
    assert "The mayor at the bridge." in page
    assert "1 photo may not be shown any more" in page
    assert not any(name in page for name in names)
    assert "Not shown any more" in compare(old="1", new="live")
    assert "The mayor" not in seen("2026-02-03T14:00")


def test_rights_that_ended_since_show_words_alone(on_air, photo, seen, cast, now):
    change_photo(photo, {"rights_end_at": now + 2 * DAY}, actor=cast.photo_editor, now=now + DAY)
    page = seen()
    assert "The mayor at the bridge." in page
    assert "1 photo may not be shown any more" in page
    assert "<figure" in page
    assert "<img" not in page[page.index("<figure") : page.index("</figure>")]


def test_rights_that_were_over_then_and_are_not_today_show_words_alone(
    story, photo, seen, cast, now
):
    PhotoText.objects.filter(photo=photo).update(caption="The mayor at the bridge.")
    publish(story, actor=cast.desk_editor, now=now)
    over = now + timedelta(minutes=30)
    change_photo(photo, {"rights_end_at": over}, actor=cast.photo_editor, now=now)
    change_photo(photo, {"rights_end_at": None}, actor=cast.photo_editor, now=now + DAY)
    page = seen()
    assert "The mayor at the bridge." in page
    assert "<img" not in page[page.index("<figure") : page.index("</figure>")]
    assert "may not be shown any more" not in page


def test_what_went_out_before_anything_was_kept_is_shown_and_says_so(
    on_air, photo, seen, compare, cast, now
):
    KeptWords.objects.all().delete()
    page = seen()
    assert "The mayor at the bridge." in page
    assert "captions, credits and names were not kept then" in page
    assert "are not compared" in compare(old="1", new="live")


def test_what_was_on_air_when_keeping_began_has_all_but_names(on_air, seen):
    kept = KeptWords.objects.get()
    del kept.words["bylines"]
    kept.save()
    page = seen()
    assert "the names in the byline were not kept then" in page
    assert "written by Mara Ellery" in text_of(page)


# -- Live coverage ---------------------------------------------------------------------------------


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
