"""People at risk: faces are gone from every file before pages go on; the place is nowhere."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from articles.models import CacheLedger, EditorialLog, PublishedStory
from articles.models.photo import public_storage
from articles.publishing import complete_photo as worker
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.publishing.complete_photo import complete
from articles.publishing.library_change import change_photo
from articles.publishing.protect_photo import protect
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, WrongState
from articles.publishing.republish import republish

FACE = [0.0, 0.0, 0.25, 0.25]
PART = [0.1, 0.1, 0.1, 0.1]


@pytest.fixture
def spotted(make_photo, picture):
    """A photo with a chequered face at its top left."""
    photo = make_photo(5)
    image = Image.open(BytesIO(picture(5)))
    for left in range(0, 90, 6):
        for top in range(0, 60, 6):
            image.paste("white" if (left + top) % 12 else "black", (left, top, left + 6, top + 6))
    out = BytesIO()
    image.save(out, "JPEG", quality=90)
    photo.original.save("spotted.jpg", BytesIO(out.getvalue()))
    photo.renditions_due_at = photo.created_at
    photo.save()
    return photo


@pytest.fixture
def on_air(spotted, make_story, now):
    complete(spotted, now=spotted.created_at)
    story = make_story()
    story.story_photos.create(photo=spotted, role="lead")
    return publish(story, actor=SYSTEM, now=now)


def contrast(photo):
    """Light against dark in the face, over all public files that show it."""
    values = []
    for row in photo.renditions.filter(crop="full"):
        with Image.open(public_storage().open(row.file.name)) as image:
            face = image.convert("L").crop((5, 5, image.width // 4 - 5, image.height // 4 - 5))
            values.append(max(face.getextrema()) - min(face.getextrema()))
    assert values
    return max(values)


def set_to(photo, areas, actor, now, risk=True):
    protect(photo, people_at_risk=risk, blurred_areas=areas, actor=actor, now=now)
    photo.refresh_from_db()


def change_rights(photo, end):
    """Without the verb, which would settle the files."""
    photo.rights_end_at = end
    photo.save()


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


def test_lifting_and_shrinking_are_for_photo_editors(spotted, cast, now):
    set_to(spotted, [FACE], cast.desk_editor, now)
    for areas, risk in (([], True), ([PART], True), ([FACE], False)):
        for who in ("reporter", "desk_editor", "service_chief", "administrator", "outsider"):
            with pytest.raises(NotAllowed):
                set_to(spotted, areas, getattr(cast, who), now, risk)
    set_to(spotted, [FACE, [0.5, 0.5, 0.2, 0.2]], cast.desk_editor, now)
    set_to(spotted, [[0, 0, 0.2, 0.3], [0.1, 0, 0.2, 0.3], [0.5, 0.5, 0.2, 0.2]],
           cast.desk_editor, now)  # fmt: skip
    set_to(spotted, [], cast.photo_editor, now, risk=False)
    assert (spotted.people_at_risk, spotted.blurred_areas) == (False, [])
    assert contrast(spotted) > 100


def test_the_uploader_may_protect_the_own_photo_but_not_lift_it(spotted, cast, now):
    spotted.uploaded_by = cast.reporter
    spotted.save()
    set_to(spotted, [FACE], cast.reporter, now)
    with pytest.raises(NotAllowed):
        set_to(spotted, [], cast.reporter, now)


@pytest.mark.parametrize(
    "area",
    [[0, 0, 1], [0, 0, 0, 0.5], [-0.1, 0, 0.5, 0.5], [0.6, 0, 0.5, 0.5], ["a", 0, 1, 1],
     [float("nan"), 0, 0.5, 0.5], [0, 0, float("inf"), 1], None],
)  # fmt: skip
def test_areas_out_of_the_picture_are_refused(area, spotted, cast, now):
    with pytest.raises(WrongState, match="area"):
        set_to(spotted, [area], cast.photo_editor, now)
    assert not EditorialLog.objects.filter(verb="protect").exists()


def test_too_many_areas_are_refused(spotted, cast, now):
    with pytest.raises(WrongState, match="at most 50"):
        set_to(spotted, [PART] * 51, cast.photo_editor, now)


def test_a_lost_original_changes_nothing(spotted, on_air, cast, now):
    spotted.original.storage.delete(spotted.original.name)
    with pytest.raises(WrongState, match="nothing was changed"):
        set_to(spotted, [FACE], cast.photo_editor, now)
    spotted.refresh_from_db()
    assert (spotted.people_at_risk, spotted.blurred_areas) == (False, [])


def test_saying_it_twice_is_said_once(spotted, cast, now):
    for _time in range(2):
        set_to(spotted, [FACE], cast.photo_editor, now)
    assert EditorialLog.objects.filter(verb="protect").count() == 1


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


def test_what_is_added_holds_for_the_same_file_in_another_entry(
    make_photo, picture, cast, now, persian_newsroom
):
    photo, again = make_photo(5), {"actor": SYSTEM, "now": now, "allow_duplicate": True}
    copy = add_photo(picture(5), "copy.jpg", **again)
    foreign = add_photo(picture(5), "foreign.jpg", newsroom=persian_newsroom, **again)
    set_to(copy, [PART], cast.photo_editor, now, risk=False)
    set_to(photo, [FACE], cast.desk_editor, now)
    for one in (copy, foreign):
        one.refresh_from_db()
    assert (copy.people_at_risk, copy.blurred_areas) == (True, [PART, FACE])
    assert (foreign.people_at_risk, foreign.blurred_areas) == (False, [])

    set_to(photo, [], cast.photo_editor, now, risk=False)
    copy.refresh_from_db()
    assert (copy.people_at_risk, copy.blurred_areas) == (True, [PART, FACE])


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


def test_a_damaged_original_changes_nothing(spotted, on_air, cast, now):
    with spotted.original.storage.open(spotted.original.name, "wb") as file:
        file.write(b"\xff\xd8\xff\xe0junk")
    with pytest.raises(WrongState, match="nothing was changed"):
        set_to(spotted, [FACE], cast.photo_editor, now)
    spotted.refresh_from_db()
    assert (spotted.people_at_risk, spotted.blurred_areas) == (False, [])
