"""A killed photo leaves every page at once and never comes back."""

import pytest

from articles.models import (
    CacheLedger,
    Contributor,
    EditorialLog,
    Photo,
    PublishedPhoto,
    PublishedStory,
    StoryPhoto,
)
from articles.models.photo import public_storage
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.publishing.complete_photo import complete
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import change_photo, photo_changed
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.republish import republish
from articles.publishing.restore import restore
from articles.publishing.save import save
from articles.publishing.sweep import sweep

REASON = "The family asks for it"


@pytest.fixture
def everywhere(story, photo, make_photo, make_story, english, persian, persian_newsroom, cast, now):
    """On air as lead, in a text, in a gallery, and as the publisher's picture in Persian."""
    publisher = Contributor.objects.create(name="RL", slug="rl", portrait=photo)
    persian.publisher = publisher
    persian.save()
    in_text = make_story(body=f'<p>One.</p><figure data-photo="{photo.pk}"></figure>')
    gallery = make_story(story_type="photo_essay")
    StoryPhoto.objects.create(story=gallery, photo=make_photo(1), role="gallery", position=1)
    StoryPhoto.objects.create(story=gallery, photo=photo, role="gallery", position=2)
    stories = [story, in_text, gallery, make_story(persian)]
    return [publish(one, actor=SYSTEM, now=now) for one in stories]


def on_pages(photo):
    return [
        row.pk
        for row in PublishedStory.objects.all()
        if f"'photo': {photo.pk}," in f"{row.document}{row.card}"
    ]


def test_it_leaves_all_stories_at_once(
    everywhere, photo, cast, now, django_capture_on_commit_callbacks
):
    names = set(photo.renditions.values_list("file", flat=True))
    assert len(on_pages(photo)) == 4
    with django_capture_on_commit_callbacks(execute=True):
        assert kill_photo(photo, actor=cast.service_chief, now=now, reason=REASON) == 4

    assert on_pages(photo) == []
    assert PublishedStory.objects.on_air().count() == 4
    assert not PublishedPhoto.objects.filter(photo=photo).exists()
    assert not any(public_storage().exists(name) for name in names)
    assert photo.original.storage.exists(photo.original.name)


def test_the_rest_of_a_page_stays(everywhere, photo, cast, now):
    kill_photo(photo, actor=cast.service_chief, now=now, reason=REASON)
    documents = {row.pk: row.document for row in PublishedStory.objects.all()}
    lead, in_text, gallery, persian = (documents[row.pk] for row in everywhere)
    assert lead["lead"] is None
    assert [one["kind"] for one in in_text["segments"]] == ["html"]
    assert len(gallery["gallery"]) == 1
    assert persian["publisher"]["name"] == "RL"
    assert persian["publisher"]["picture"] is None


def test_the_reason_stands_in_the_log_and_caches_forget_pages_and_files(
    everywhere, photo, cast, now
):
    names = list(photo.renditions.values_list("file", flat=True))
    position = CacheLedger.objects.order_by("-id")[0].id
    kill_photo(photo, actor=cast.photo_editor, now=now, reason=REASON)

    entry = EditorialLog.objects.get(verb="kill")
    assert (entry.noun, entry.noun_id, entry.reason) == ("photo", photo.pk, REASON)
    assert len(entry.details["stories"]) == 4
    entries = CacheLedger.objects.filter(id__gt=position)
    assert all(one.is_hard for one in entries)
    touched = {tag for one in entries for tag in one.tags}
    assert {f"story-{row.pk}" for row in everywhere} <= touched
    assert {f"file-{name.replace('/', '').split('.')[0]}" for name in names} <= touched


def test_nothing_brings_it_back(everywhere, photo, story, cast, now, jpeg):
    kill_photo(photo, actor=cast.service_chief, now=now, reason=REASON)
    photo.refresh_from_db()
    for row in PublishedStory.objects.all():
        republish(row, actor=SYSTEM, now=now, reason="Again")
    restore(story, 1, actor=cast.desk_editor, now=now)
    with pytest.raises(NotFit, match="was killed: take it out"):
        publish(story, actor=cast.desk_editor, now=now)
    photo_changed(photo, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState, match="was killed"):
        change_photo(photo, {"credit": "Other"}, actor=cast.desk_editor, now=now)
    Photo.objects.filter(pk=photo.pk).update(renditions_due_at=now)
    assert not complete(photo, now=now)
    sweep(now)
    for again in (False, True):
        with pytest.raises(WrongState, match="cannot be added again"):
            add_photo(jpeg, "again.jpg", actor=SYSTEM, now=now, allow_duplicate=again)

    assert on_pages(photo) == []
    assert not photo.renditions.exists()


def test_a_working_copy_keeps_it_and_is_refused(story, photo, cast, now):
    kill_photo(photo, actor=cast.service_chief, now=now, reason=REASON)
    save(story, actor=cast.reporter, now=now)
    with pytest.raises(NotFit) as refused:
        publish(story, actor=cast.desk_editor, now=now)
    assert [problem.code for problem in refused.value.problems] == ["photo_killed"]


def test_a_file_that_another_photo_has_too_stays(
    photo, make_photo, cast, now, files_of, django_capture_on_commit_callbacks
):
    other = make_photo(1)
    other.renditions.all().delete()
    for row in photo.renditions.all():
        row.pk, row.photo = None, other
        row.save()
    with django_capture_on_commit_callbacks(execute=True):
        kill_photo(photo, actor=cast.photo_editor, now=now, reason=REASON)
    assert len(files_of(other)) == other.renditions.values("file").distinct().count() > 0


def test_the_same_file_is_killed_wherever_the_actor_may(
    photo, jpeg, make_story, cast, now, english_newsroom, persian_newsroom
):
    again = {"actor": SYSTEM, "now": now, "allow_duplicate": True}
    mine = add_photo(jpeg, "mine.jpg", newsroom=english_newsroom, **again)
    foreign = add_photo(jpeg, "foreign.jpg", newsroom=persian_newsroom, **again)
    mine.credit, mine.rights_basis, mine.is_decorative = "Ana Lima", "staff", True
    mine.save()
    story = make_story()
    StoryPhoto.objects.create(story=story, photo=mine, role="lead")
    publish(story, actor=SYSTEM, now=now)

    assert kill_photo(photo, actor=cast.photo_editor, now=now, reason=REASON) == 1
    mine.refresh_from_db()
    foreign.refresh_from_db()
    assert (mine.killed_at, foreign.killed_at) == (now, None)
    assert PublishedStory.objects.get().document["lead"] is None
    assert EditorialLog.objects.filter(verb="kill").count() == 2


@pytest.mark.parametrize("reason", ["", " ", "\n\t"])
def test_it_needs_a_reason(reason, photo, cast, now):
    with pytest.raises(WrongState, match="reason"):
        kill_photo(photo, actor=cast.photo_editor, now=now, reason=reason)
    assert photo.renditions.exists()


def test_it_is_killed_once(photo, cast, now):
    kill_photo(photo, actor=cast.photo_editor, now=now, reason=REASON)
    with pytest.raises(WrongState, match="killed already"):
        kill_photo(photo, actor=cast.photo_editor, now=now, reason=REASON)


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "legal_officer"])
def test_it_is_killed_by_chiefs_and_photo_editors_alone(who, everywhere, photo, cast, now):
    with pytest.raises(NotAllowed):
        kill_photo(photo, actor=getattr(cast, who), now=now, reason=REASON)
    photo.refresh_from_db()
    assert photo.killed_at is None
    assert len(on_pages(photo)) == 4
