"""Several photos' words and rights on one page: all are saved, or nothing is lost."""

from __future__ import annotations

import pytest

from articles.models import Photo, PhotoText
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from tests.admin.photo_forms import address


@pytest.fixture
def other(photo, now):
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (640, 480), "teal").save(out, "JPEG")
    return add_photo(out.getvalue(), "sea.jpg", actor=SYSTEM, now=now)


def row(photo, **changes):
    words = {
        "caption": "", "alt_text": "", "credit": photo.credit, "creator": "", "licence": "",
        "rights_basis": photo.rights_basis, "source": "", "permission_note": "",
        "rights_end_at": "", "taken_at": "", "place": "", "digital_source_type": "",
    }  # fmt: skip
    return {f"photo-{photo.pk}-{name}": value for name, value in (words | changes).items()}


def test_one_post_saves_the_words_of_all(photo, other, cast, log_in):
    data = row(photo, credit="Ana", caption="New.", alt_text="Brown water.")
    data |= row(other, credit="Ben", rights_basis="staff", alt_text="Grey sea.")
    response = log_in(cast.photo_editor).post(
        address("words"), data | {"ids": [photo.pk, other.pk], "language": "en"}
    )
    assert response.status_code == 302
    assert set(Photo.objects.values_list("credit", flat=True)) == {"Ana", "Ben"}
    assert PhotoText.objects.get(photo=photo).caption == "New."
    assert PhotoText.objects.get(photo=other, language="en").alt_text == "Grey sea."


def test_a_wrong_field_is_told_beside_its_photo_and_nothing_is_lost(photo, other, cast, log_in):
    data = row(photo, credit="Ana") | row(other, credit="Ben", taken_at="yesterday")
    response = log_in(cast.photo_editor).post(
        address("words"), data | {"ids": f"{photo.pk},{other.pk}", "language": "en"}
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Ana"' in page
    assert 'value="Ben"' in page
    assert page.count("has-errors") == 1
    photo.refresh_from_db()
    assert photo.credit == "Radio Lantern"


def test_only_what_was_changed_is_written(photo, cast, log_in):
    client = log_in(cast.photo_editor)
    Photo.objects.filter(pk=photo.pk).update(creator="Meanwhile")
    data = row(photo, credit="Ana")
    client.post(address("words"), data | {"ids": photo.pk, "language": "en",
                f"photo-{photo.pk}-creator": "Meanwhile"})  # fmt: skip
    photo.refresh_from_db()
    assert (photo.credit, photo.creator, photo.rights_basis) == ("Ana", "Meanwhile", "staff")


def test_an_alt_text_that_says_nothing_is_flagged(photo, cast, log_in):
    client = log_in(cast.photo_editor)
    for alt, flagged in (
        ("The river rose overnight.", True), ("IMG_2041.jpg", True), ("A bridge in flood", False)
    ):  # fmt: skip
        PhotoText.objects.filter(photo=photo).update(alt_text=alt)
        page = client.get(address("words"), {"ids": photo.pk, "language": "en"}).content.decode()
        assert ("say what the picture shows instead" in page) == flagged, alt


@pytest.mark.parametrize(
    ("who", "status"),
    [("photo_editor", 200), ("desk_editor", 200), ("administrator", 200), ("reporter", 404),
     ("outsider", 404), ("legal_officer", 404)],
)  # fmt: skip
def test_who_may_write_the_words_of_a_newsroom_s_photo(
    who, status, photo, english_newsroom, cast, log_in
):
    photo.newsroom = english_newsroom
    photo.save()
    client = log_in(getattr(cast, who))
    assert client.get(address("words"), {"ids": photo.pk}).status_code == status
    assert client.get(address("words_row", photo.pk)).status_code == status
    client.post(address("words"), row(photo, credit="Taken") | {"ids": photo.pk})
    photo.refresh_from_db()
    assert (photo.credit == "Taken") == (status == 200)


def test_a_reporter_may_write_the_words_of_an_own_photo(photo, cast, log_in):
    photo.uploaded_by = cast.reporter
    photo.save()
    response = log_in(cast.reporter).get(address("words"), {"ids": photo.pk})
    assert response.status_code == 200


def test_nobody_sees_the_page_without_logging_in(photo, client):
    for path in (address("words") + f"?ids={photo.pk}", address("words_row", photo.pk)):
        assert client.get(path).status_code == 302
    assert client.get(address("changelist")).status_code == 302
