"""What happens to a story, a photo or a name happens to the entries of live coverage, too."""

from datetime import timedelta

import pytest

from articles.models import PublishedEntry, PublishedPhoto
from articles.publishing.actors import SYSTEM
from articles.publishing.end_rights import end_due_rights
from articles.publishing.kill import kill
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import contributor_changed, photo_changed
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.draft_entry import draft_entry
from articles.publishing.live.words import Words
from articles.publishing.photo_usage import used_in
from articles.publishing.publish import publish
from articles.publishing.refusals import NotFit
from articles.publishing.unpublish import unpublish
from tests.live import go_live, post


@pytest.fixture
def live(make_story, now):
    """Without a photo or a byline of its own."""
    made = make_story()
    go_live(made, now)
    made.refresh_from_db()
    return made


@pytest.fixture
def entry(live, photo, reporter_byline, now):
    return post(live, "Seen.", photo=photo, contributor=reporter_byline, now=now)


def document(entry):
    return PublishedEntry.objects.get(entry=entry).document


def test_entries_leave_with_their_story_and_come_back_with_it(live, entry, now):
    unpublish(live, actor=SYSTEM, now=now)
    assert not PublishedEntry.objects.exists()
    publish(live, actor=SYSTEM, now=now)
    assert document(entry)["html"] == "<p>Seen.</p>"


def test_a_killed_story_keeps_no_word_of_its_entries_in_public(live, entry, now):
    kill(live, actor=SYSTEM, now=now, reason="A source is at risk")
    assert not PublishedEntry.objects.exists()
    assert not PublishedPhoto.objects.exists()


def test_as_another_type_the_story_has_no_entries(live, entry, now):
    live.story_type = "report"
    live.save()
    publish(live, actor=SYSTEM, now=now)
    assert not PublishedEntry.objects.exists()


def test_publishing_the_story_again_takes_no_draft_on_air(live, entry, cast, now):
    draft_entry(live, entry.key.__class__(int=7), Words(text="Draft"), actor=cast.reporter, now=now)
    live.headline = "Another headline"
    live.save()
    publish(live, actor=SYSTEM, now=now)
    assert PublishedEntry.objects.get().entry == entry


def test_a_killed_photo_leaves_the_entries_at_once(live, entry, photo, cast, now):
    assert kill_photo(photo, actor=cast.photo_editor, now=now, reason="Staged") == 1
    assert document(entry)["photo"] is None


def test_a_photo_leaves_the_entries_when_its_rights_end(live, entry, photo, cast, now):
    photo.rights_end_at = now + timedelta(hours=1)
    photo.save()
    photo_changed(photo, actor=cast.photo_editor, now=now, what=["rights_end_at"])
    assert PublishedPhoto.objects.get(photo=photo).until == photo.rights_end_at
    assert end_due_rights(now + timedelta(hours=2)) == 1
    assert document(entry)["photo"]["gone"] == "rights"


def test_a_corrected_caption_reaches_the_entries(live, entry, photo, cast, now):
    photo.texts.update(caption="The river fell.")
    photo_changed(photo, actor=cast.photo_editor, now=now, what=["texts"])
    assert document(entry)["photo"]["caption"] == "The river fell."


@pytest.mark.parametrize(
    ("policy", "credit"),
    [("none", None), ("service_name", "English Service"), ("pseudonym", "Mara Ellery")],
)
def test_a_name_that_comes_under_protection_leaves_the_entries(
    policy, credit, live, entry, reporter_byline, cast, now
):
    reporter_byline.byline_policy = policy
    reporter_byline.save()
    contributor_changed(reporter_byline, actor=cast.desk_editor, now=now)
    said = document(entry)["credit"]
    assert (said and said["name"]) == credit


def test_a_photo_that_may_not_be_shown_is_refused(live, photo, cast, now):
    photo.credit = ""
    photo.save()
    with pytest.raises(NotFit, match="no credit"):
        post(live, photo=photo, actor=cast.desk_editor, now=now)
    assert not PublishedEntry.objects.exists()


def test_the_library_knows_the_entries_among_a_photos_uses(live, entry, photo, cast, now):
    usage = used_in(photo, cast.desk_editor)
    assert [row.story for row in usage.on_air] == [live]
    assert usage.working == [live]
    change_entry(entry, Words(text="Without it"), actor=cast.desk_editor, now=now)
    usage = used_in(photo, cast.desk_editor)
    assert not usage.is_used


def test_a_photo_that_another_entry_shows_stays_among_the_uses(live, entry, photo, cast, now):
    post(live, photo=photo, now=now)
    change_entry(entry, Words(text="Without it"), actor=cast.desk_editor, now=now)
    assert PublishedPhoto.objects.filter(photo=photo).count() == 1
