"""From the commit on no file, page or cache shows the face, and no output tells the place."""

from articles.models import CacheLedger, EditorialLog, PublishedStory
from articles.models.photo import public_storage
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_photo import complete
from articles.publishing.republish import republish
from tests.publishing.protecting_people.face import FACE, contrast, set_to


def test_from_the_commit_on_no_file_shows_the_face(
    spotted, on_air, cast, now, django_capture_on_commit_callbacks
):
    assert contrast(spotted) > 200
    before = set(spotted.renditions.values_list("file", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        set_to(spotted, [FACE], cast.photo_editor, now)

    assert contrast(spotted) < 100
    assert not any(public_storage().exists(name) for name in before)
    document = str(PublishedStory.objects.get().document)
    assert PublishedStory.objects.get().document["lead"]["files"]["jpeg"]
    assert not any(name in document for name in before)
    assert spotted.renditions_due_at == now

    assert complete(spotted, now=now)
    assert contrast(spotted) < 100
    assert PublishedStory.objects.get().document["lead"]["files"]["avif"]


def test_caches_forget_pages_and_files_and_the_log_does_not_say_where(spotted, on_air, cast, now):
    spotted.place = "Kasrat"
    spotted.save()
    names = list(spotted.renditions.values_list("file", flat=True))
    position = CacheLedger.objects.order_by("-id")[0].id
    set_to(spotted, [FACE], cast.photo_editor, now)

    entries = list(CacheLedger.objects.filter(id__gt=position))
    assert all(one.is_hard for one in entries)
    touched = {tag for one in entries for tag in one.tags}
    assert {f"file-{name.replace('/', '').split('.')[0]}" for name in names} <= touched
    entry = EditorialLog.objects.get(verb="protect")
    assert entry.details["areas"] == 1
    assert "Kasrat" not in f"{entry.details}{entry.reason}"


def test_the_place_is_in_no_output(spotted, on_air, cast, now, client):
    spotted.place, spotted.people_at_risk = "Kasrat", True
    spotted.renditions_due_at = now
    spotted.save()
    complete(spotted, now=now)
    republish(PublishedStory.objects.get(), actor=SYSTEM, now=now, reason="Again")
    row = PublishedStory.objects.get()
    assert "Kasrat" not in f"{row.document}{row.card}"
    for rendition in spotted.renditions.all():
        assert b"Kasrat" not in public_storage().open(rendition.file.name).read()
    for path in (f"/en/a/{row.slug}/{row.pk}.html", "/en/", "/"):
        assert b"Kasrat" not in client.get(path).content


def test_pages_follow_although_another_photo_keeps_the_same_files(
    spotted, on_air, make_photo, cast, now
):
    other = make_photo(9)
    other.renditions.all().delete()
    for row in spotted.renditions.all():
        row.pk, row.photo = None, other
        row.save()
    before = str(PublishedStory.objects.get().document["lead"]["files"])
    set_to(spotted, [FACE], cast.photo_editor, now)
    assert str(PublishedStory.objects.get().document["lead"]["files"]) != before
