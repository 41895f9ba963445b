"""Who is protected since is said by no caption, credit or alt text of the past, on no screen."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from articles.models import Contributor, KeptEntry, Photo, PhotoText
from articles.publishing.library_change import contributor_changed, photo_changed
from articles.publishing.names_then import hidden_names
from articles.publishing.publish import publish
from tests.html import text_of
from tests.live import go_live, post

DAY = timedelta(days=1)
THEN = "2026-02-01T14:00"  # an hour after ``now``, by the clock of the service
WRITTEN = ["Mara Ellery", "MARA ELLERY", "Mára  Ellery", "Mara\u00a0Ellery"]


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now + 9 * DAY, tick=False):
        yield


@pytest.fixture
def look(story, cast, log_in):
    def make(page, **query):
        address = reverse(f"admin:articles_story_{page}", args=[story.pk], query=query)
        answer = log_in(cast.reporter).get(address)
        assert answer.status_code == 200
        return answer

    return make


@pytest.fixture
def seen(look, cast, log_in):
    """The page of the past, as text with its attributes."""
    return lambda: (
        log_in(cast.reporter).get(look("seen", at=THEN).context["frame_url"]).content.decode()
    )


@pytest.fixture
def say(photo):
    """The photo says the name in all its words."""

    def make(name):
        Photo.objects.filter(pk=photo.pk).update(
            credit=f"{name} (Radio)", creator=name, copyright_notice=f"© {name}"
        )
        PhotoText.objects.filter(photo=photo).update(
            caption=f"Seen by {name}.", alt_text=f"A river, by {name}"
        )

    return make


@pytest.fixture
def protect(photo, reporter_byline, cast, now):
    """The contributor, and the library with them; as an editor would clean both."""

    def do(policy="none"):
        Photo.objects.filter(pk=photo.pk).update(credit="Staff", creator="", copyright_notice="")
        PhotoText.objects.filter(photo=photo).update(caption="A river.", alt_text="Water.")
        photo_changed(photo, actor=cast.photo_editor, now=now + DAY)
        Contributor.objects.filter(pk=reporter_byline.pk).update(byline_policy=policy)
        reporter_byline.refresh_from_db()
        contributor_changed(reporter_byline, actor=cast.administrator, now=now + DAY)

    return do


def says_it(page):
    return any(one in page.casefold() for one in ("ellery", "mara", "mára"))


@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_of_the_past_says_it_in_no_way_of_writing(
    name, story, say, protect, seen, cast, now
):
    say(name)
    publish(story, actor=cast.desk_editor, now=now)
    protect()
    page = seen()
    assert not says_it(page)
    assert "█████ (Radio)" in page


def test_captions_in_the_text_do_not_say_it_either(
    story, photo, reporter_byline, protect, seen, cast, now
):
    caption = "<figcaption>Photographed by MARA <em>Ellery</em>.</figcaption>"
    story.body += f'<figure data-photo="{photo.pk}">{caption}</figure><p>The end.</p>'
    story.save()
    publish(story, actor=cast.desk_editor, now=now)
    protect()
    page = seen()
    assert "Photographed by █████." in page
    assert not says_it(page)


@pytest.mark.parametrize("name", WRITTEN)
def test_comparing_versions_does_not_say_it(name, story, say, protect, look, cast, now):
    say(name)
    publish(story, actor=cast.desk_editor, now=now)
    protect("service_name")
    for query in ({"old": "1", "new": "live"}, {"old": "live", "new": "1"}, {"old": "1"}):
        page = text_of(look("compare", **query).content.decode())
        assert "(Radio)" in page
        # The story's own byline names her by the number of its contributor, as the desk knows her.
        assert not says_it(page)


def test_where_the_name_alone_differs_nothing_is_told(story, photo, say, protect, look, cast, now):
    """The library still has the name: what readers have today is hidden as what they had."""
    say("Mara Ellery")
    publish(story, actor=cast.desk_editor, now=now)
    protect()
    Photo.objects.filter(pk=photo.pk).update(credit="M. Ellery, MARA ELLERY (Radio)")
    page = text_of(look("compare", old="1", new="now").content.decode())
    assert "M. Ellery, █████ (Radio)" in page
    assert "Mara" not in page


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("is_kept", [True, False])
def test_entries_of_the_past_do_not_say_it(
    name, is_kept, story, photo, say, protect, seen, reporter_byline, now
):
    say(name)
    go_live(story, now)
    post(story, "The gates are shut.", now=now, photo=photo, contributor=reporter_byline)
    if not is_kept:
        KeptEntry.objects.all().delete()
    protect()
    if not is_kept:  # words of today, which nobody has cleaned
        say(name)
    assert not says_it(seen())


def test_a_name_of_an_entry_leaves_the_story_and_the_other_way_round(
    story, photo, say, protect, seen, reporter_byline, now
):
    story.bylines.all().delete()
    say("Mara Ellery")
    go_live(story, now)
    post(story, "The gates are shut.", now=now, photo=photo, contributor=reporter_byline)
    post(story, "The gates are open.", now=now, photo=photo)
    protect()
    page = seen()
    assert not says_it(page)
    assert page.count("█████ (Radio)") >= 3  # the story's lead and both entries


def test_many_entries_are_asked_for_their_names_at_once(
    story, protect, reporter_byline, now, django_assert_max_num_queries
):
    go_live(story, now)
    for number in range(30):
        post(story, f"Entry {number}.", now=now, contributor=reporter_byline)
    protect()
    with django_assert_max_num_queries(4):
        assert hidden_names(story) == {"Mara Ellery"}


def test_nobody_is_hidden_under_whose_own_name_readers_know_them(story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    assert hidden_names(story) == frozenset()
