"""How far a change in the library goes: to no page, to the pages, or to every cache at once."""

import pytest

from articles.models import CacheLedger, EditorialLog, PhotoLease, PublishedStory, StoryVersion
from articles.publishing.actors import SYSTEM
from articles.publishing.library_change import change_photo, photo_changed
from articles.publishing.publish import publish


@pytest.fixture
def entries(story, now):
    """The ledger since the story went on air: hard or not."""
    publish(story, actor=SYSTEM, now=now)
    position = CacheLedger.objects.order_by("-id")[0].id
    later = CacheLedger.objects.filter(id__gt=position)
    return lambda: list(later.values_list("is_hard", flat=True))


def test_a_lease_that_denies_one_service_is_hard_although_others_keep_the_files(
    entries, story, photo, persian, cast, now
):
    PhotoLease.objects.create(photo=photo, kind="deny", service=story.service)
    photo_changed(photo, actor=cast.photo_editor, now=now, what=["leases"])
    assert PublishedStory.objects.get().document["lead"]["gone"] == "rights"
    assert photo.renditions.exists()
    assert True in entries()


@pytest.mark.parametrize(
    ("values", "is_hard"),
    [({"licence": "cc-by"}, True), ({"credit": "Radio Lantern, Tamarisk"}, False)],
)
def test_rights_are_hard_and_words_are_soft(values, is_hard, entries, photo, cast, now):
    change_photo(photo, values, actor=cast.photo_editor, now=now)
    assert entries()
    assert (True in entries()) is is_hard


def test_a_change_of_something_unsaid_is_hard(entries, photo, cast, now):
    photo_changed(photo, actor=cast.photo_editor, now=now)
    assert True in entries()


@pytest.mark.parametrize(
    "values",
    [
        {"title": "River"},
        {"place": "Kasrat", "source": "Somebody"},
        {"permission_note": "By telephone"},
        {"is_single_use": True},
    ],
)
def test_what_only_the_desk_reads_puts_nothing_out_again(values, entries, photo, cast, now):
    change_photo(photo, values, actor=cast.photo_editor, now=now)
    assert EditorialLog.objects.filter(verb="change", noun="photo").exists()
    assert (entries(), StoryVersion.objects.count()) == ([], 1)
