"""A face that is hidden while rights are over stays hidden when they come back."""

from datetime import timedelta

from articles.models import CacheLedger, PublishedStory
from articles.models.photo import public_storage
from articles.publishing import complete_photo as worker
from articles.publishing.complete_photo import complete
from articles.publishing.library_change import change_photo
from tests.publishing.protecting_people.face import FACE, contrast, set_to


def change_rights(photo, end):
    """Without the verb, which would settle the files."""
    photo.rights_end_at = end
    photo.save()


def test_what_is_protected_while_rights_are_over_comes_back_protected(
    spotted, cast, now, django_capture_on_commit_callbacks
):
    complete(spotted, now=spotted.created_at)
    before = set(spotted.renditions.values_list("file", flat=True))
    change_rights(spotted, now - timedelta(seconds=20))
    with django_capture_on_commit_callbacks(execute=True):
        set_to(spotted, [FACE], cast.desk_editor, now)
    assert not any(public_storage().exists(name) for name in before)
    assert (spotted.renditions.count(), spotted.renditions_due_at) == (0, None)

    later = now + timedelta(days=9)
    change_photo(spotted, {"rights_end_at": later}, actor=cast.desk_editor, now=now)
    assert complete(spotted, now=now)
    assert contrast(spotted) < 100


def test_pages_forget_the_face_although_the_sweep_was_not_there_yet(spotted, on_air, cast, now):
    change_rights(spotted, now - timedelta(seconds=20))
    set_to(spotted, [FACE], cast.desk_editor, now)
    lead = PublishedStory.objects.get().document["lead"]
    assert (lead["gone"], lead.get("files") or {}) == ("rights", {})
    assert CacheLedger.objects.filter(is_hard=True).exists()


def test_a_worker_who_began_before_rights_ended_keeps_no_face(spotted, cast, now, monkeypatch):
    spotted.renditions_due_at = now
    spotted.save()
    change_rights(spotted, now + timedelta(seconds=1))
    make = worker.made_in_full

    def slow(photo, data):
        files = make(photo, data)
        set_to(spotted, [FACE], cast.desk_editor, now + timedelta(seconds=2))
        return files

    monkeypatch.setattr(worker, "made_in_full", slow)
    assert not complete(spotted, now=now)
    spotted.refresh_from_db()
    assert (spotted.renditions.count(), spotted.renditions_due_at) == (0, None)
