"""A photo's page: what is drawn, chosen and done there, and by whom."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image

from articles.admin.photo import PhotoAdmin
from articles.models import EditorialLog, Photo, PhotoLease, PhotoText
from articles.publishing.library_change import change_photo
from articles.publishing.publish import publish
from articles.publishing.refusals import WrongState
from tests.admin.photo_forms import address, page_data

PAGES = ("view", "original", "status", "kill")


@pytest.fixture
def ours(photo, english_newsroom):
    photo.newsroom = english_newsroom
    photo.save()
    return photo


def save(client, photo, **changes):
    text = PhotoText.objects.get(photo=photo)
    return client.post(address("change", photo.pk), page_data(photo, text, **changes))


def test_crops_focal_point_and_leases_are_kept(photo, english, cast, log_in):
    crops = {"16x9": [0.1, 0.1, 0.8, 0.7], "full": [0, 0, 0.9, 0.9]}
    response = save(
        log_in(cast.photo_editor), photo, focal_x="0.25", focal_y="0.75", crops=json.dumps(crops),
        **{"leases-TOTAL_FORMS": 1, "leases-0-kind": "allow", "leases-0-service": english.pk,
           "leases-0-starts_at": "2026-01-01T00:00", "leases-0-ends_at": "2026-06-01T00:00",
           "leases-0-photo": photo.pk},
    )  # fmt: skip
    assert response.status_code == 302, response.context["errors"]
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y, photo.crops) == (0.25, 0.75, crops)
    assert PhotoLease.objects.get().service == english


@pytest.mark.parametrize(
    "crops",
    ["{", "[1]", '{"2x9": [0,0,1,1]}', '{"16x9": [0,0,"a",1]}', '{"16x9": [0,0,NaN,1]}',
     '{"1x1": [0.5,0.5,0,0]}', "[" * 3000],
)  # fmt: skip
def test_a_crop_that_makes_no_sense_is_refused(crops, photo, cast, log_in):
    response = save(log_in(cast.photo_editor), photo, crops=crops)
    assert response.status_code == 200
    assert response.context["errors"]
    photo.refresh_from_db()
    assert photo.crops == {}


def test_a_lease_that_ends_before_it_starts_is_refused_at_its_field(photo, cast, log_in):
    response = save(
        log_in(cast.photo_editor), photo,
        **{"leases-TOTAL_FORMS": 1, "leases-0-kind": "allow", "leases-0-photo": photo.pk,
           "leases-0-starts_at": "2026-06-01T00:00", "leases-0-ends_at": "2026-01-01T00:00"},
    )  # fmt: skip
    assert "A lease ends after its start." in response.content.decode()


def test_blurred_areas_and_the_flag_go_through_the_verb(photo, cast, log_in):
    save(
        log_in(cast.photo_editor), photo, people_at_risk="on",
        blurred_areas=json.dumps([[0.1, 0.1, 0.2, 0.2]]),
    )  # fmt: skip
    photo.refresh_from_db()
    assert photo.people_at_risk
    assert photo.blurred_areas == [[0.1, 0.1, 0.2, 0.2]]
    assert EditorialLog.objects.filter(noun="photo", noun_id=photo.pk, verb="protect").exists()


def test_a_desk_editor_cannot_lift_the_protection(ours, cast, log_in):
    Photo.objects.filter(pk=ours.pk).update(
        people_at_risk=True, blurred_areas=[[0.1, 0.1, 0.2, 0.2]]
    )
    ours.refresh_from_db()
    response = save(log_in(cast.desk_editor), ours, credit="Kept")
    ours.refresh_from_db()
    assert ours.blurred_areas == [[0.1, 0.1, 0.2, 0.2]]
    assert ours.people_at_risk
    assert ours.credit == "Kept"
    page = log_in(cast.desk_editor).get(response["Location"]).content.decode()
    assert "You may not lift the protection" in page or "messagelist" not in page


def test_the_desk_s_view_is_the_whole_photo_and_nobody_keeps_it(ours, cast, log_in):
    Photo.objects.filter(pk=ours.pk).update(blurred_areas=[[0, 0, 1, 1]])
    response = log_in(cast.photo_editor).get(address("view", ours.pk))

    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private, no-store")
    seen = Image.open(BytesIO(response.content))
    assert seen.size == (900, 600)
    assert seen.getextrema()[0] == (0, 255) or seen.getextrema()[0][1] > 240  # not blurred


@pytest.mark.parametrize("who", ["desk_editor", "service_chief", "administrator"])
def test_who_may_not_lift_the_protection_sees_nobody_under_it(who, ours, cast, log_in):
    area = [0.25, 0.25, 0.5, 0.5]
    Photo.objects.filter(pk=ours.pk).update(people_at_risk=True, blurred_areas=[area])
    Photo.objects.filter(pk=ours.pk).update(original=_striped(ours))
    client = log_in(getattr(cast, who))
    seen = Image.open(BytesIO(client.get(address("view", ours.pk)).content)).convert("L")
    within = seen.crop((240, 160, 660, 440)).getextrema()
    assert within[1] - within[0] < 60  # no stripe is left
    outside = seen.crop((0, 0, 200, 600)).getextrema()
    assert outside[1] - outside[0] > 200
    bare = log_in(cast.photo_editor).get(address("view", ours.pk)).content
    low, high = Image.open(BytesIO(bare)).convert("L").crop((240, 160, 660, 440)).getextrema()
    assert high - low > 200


def _striped(photo):
    """An original of black and white stripes, of the same size."""
    image = Image.new("L", (900, 600))
    for left in range(0, 900, 20):
        image.paste(255, (left, 0, left + 10, 600))
    out = BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=95)
    return photo.original.storage.save("striped.jpg", ContentFile(out.getvalue()))


def test_the_original_is_downloaded_by_post_and_logged(ours, cast, log_in, jpeg):
    client = log_in(cast.photo_editor)
    assert client.get(address("original", ours.pk)).status_code == 405
    response = client.post(address("original", ours.pk))

    assert b"".join(response) == jpeg
    assert response["Cache-Control"].startswith("private, no-store")
    assert "attachment" in response["Content-Disposition"]
    assert EditorialLog.objects.filter(verb="download", noun_id=ours.pk).count() == 1


@pytest.mark.parametrize(
    ("who", "allowed"),
    [("reporter", ""), ("desk_editor", "view status"), ("service_chief", "view status kill"),
     ("photo_editor", "view status kill original"), ("administrator", "view status kill"),
     ("legal_officer", ""), ("outsider", "")],
)  # fmt: skip
def test_who_may_do_what_with_a_newsroom_s_photo(who, allowed, ours, cast, log_in):
    client = log_in(getattr(cast, who))
    for page in PAGES:
        expected = 200 if page in allowed.split() else 404
        call = client.post if page == "original" else client.get
        assert call(address(page, ours.pk)).status_code == expected, page
    ours.refresh_from_db()
    assert ours.killed_at is None


@pytest.mark.parametrize("who", ["reporter", "legal_officer", "outsider"])
def test_who_may_not_change_a_photo_cannot_post_to_its_pages_either(who, ours, cast, log_in):
    client = log_in(getattr(cast, who))
    for page in ("status", "kill", "original"):
        response = client.post(address(page, ours.pk), {"reason": "Because"})
        assert response.status_code == 404, page
    assert save(client, ours, credit="Taken").status_code in (302, 403)
    ours.refresh_from_db()
    assert (ours.credit, ours.killed_at) == ("Radio Lantern", None)
    assert not EditorialLog.objects.filter(verb="download").exists()


def test_whoever_is_logged_out_reaches_nothing(photo, client):
    for page in (*PAGES, "change"):
        assert client.get(address(page, photo.pk)).status_code == 302, page
        assert "/login/" in client.post(address(page, photo.pk))["Location"]


def test_killing_lists_the_pages_and_takes_the_photo_from_them(story, cast, log_in, client, now):
    photo = story.story_photos.get().photo
    row = publish(story, actor=cast.desk_editor, now=now)
    desk = log_in(cast.photo_editor)
    asked = desk.get(address("kill", photo.pk)).content.decode()
    assert story.headline in asked
    assert desk.post(address("kill", photo.pk), {"reason": ""}).status_code == 422
    done = desk.post(address("kill", photo.pk), {"reason": "The family asked."})
    assert done.status_code == 302
    photo.refresh_from_db()
    assert photo.killed_at
    assert "<figure" not in client.get(f"/en/a/{row.slug}/{row.pk}.html").content.decode()
    assert "was killed" in desk.get(address("change", photo.pk)).content.decode()
    assert desk.get(address("picker"), {"ids": photo.pk}).json()["photos"] == []


def test_where_it_is_used_is_told_without_betraying_drafts(
    story, make_story, persian, cast, log_in
):
    photo = story.story_photos.get().photo
    theirs = make_story(service=persian, headline="A Persian draft")
    theirs.story_photos.create(photo=photo, role="lead")
    in_text = make_story(
        headline="Only in its text", body=f'<figure data-photo="{photo.pk}"></figure>'
    )
    page = log_in(cast.reporter).get(address("change", photo.pk)).content.decode()
    assert story.headline in page
    assert reverse("admin:articles_story_change", args=[in_text.pk]) in page
    assert "A Persian draft" not in page


def test_the_place_of_people_at_risk_is_hidden_from_a_reporter(ours, cast, log_in):
    Photo.objects.filter(pk=ours.pk).update(people_at_risk=True, place="Karabulak")
    for path in (address("change", ours.pk), address("picker")):
        assert "Karabulak" not in log_in(cast.reporter).get(path).content.decode(), path
        assert "Karabulak" in log_in(cast.photo_editor).get(path).content.decode(), path


def test_the_state_of_the_files_is_told_and_asked_for_anew(ours, cast, log_in, now):
    Photo.objects.filter(pk=ours.pk).update(renditions_error="The disk is full.")
    client = log_in(cast.photo_editor)
    assert client.get(address("status", ours.pk)).json()["error"] == "The disk is full."
    answer = client.post(address("status", ours.pk)).json()
    assert (answer["error"], answer["is_due"]) == ("", True)
    assert "files made" in answer["sentence"]


def test_a_script_less_page_names_every_number(photo, cast, log_in):
    page = log_in(cast.photo_editor).get(address("change", photo.pk)).content.decode()
    for name in ("focal_x", "focal_y", "rights_basis", "people_at_risk", "is_decorative"):
        assert f'id="id_{name}"' in page
    assert ' style="' not in page
    assert " onclick" not in page


def _refused_while_saving(monkeypatch, before=lambda: None):
    """What a verb refuses though the form was right: something happened in between."""

    def late(photo, values, **who):
        before()
        return change_photo(photo, values, **who)

    monkeypatch.setattr("articles.admin.photo.change_photo", late)


def test_a_photo_killed_while_it_was_saved_is_told(photo, cast, log_in, now, monkeypatch):
    """Killed by another connection: its commit is not undone with what is refused here."""

    def killed():
        Photo.objects.filter(pk=photo.pk).update(killed_at=now)

    def undone(self, *args):
        Photo.objects.filter(pk=photo.pk).update(killed_at=now)
        return refused(self, *args)

    refused = PhotoAdmin._refused
    monkeypatch.setattr(PhotoAdmin, "_refused", undone)
    _refused_while_saving(monkeypatch, killed)
    client = log_in(cast.photo_editor)
    response = save(client, photo, credit="Ana")
    assert response.status_code == 302
    page = client.get(response["Location"]).content.decode()
    assert "This photo was killed; it cannot be changed any more." in page
    photo.refresh_from_db()
    assert photo.credit == "Radio Lantern"


def test_what_a_verb_refuses_costs_nothing_that_was_typed(photo, cast, log_in, monkeypatch):
    def busy():
        raise WrongState("Stories with this photo are going on air just now; try again.")

    _refused_while_saving(monkeypatch, busy)
    response = save(log_in(cast.photo_editor), photo, credit="Ana")
    page = response.content.decode()
    assert "are going on air just now; try again." in page
    assert 'value="Ana"' in page
    photo.refresh_from_db()
    assert photo.credit == "Radio Lantern"
