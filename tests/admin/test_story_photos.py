"""Photos beside the story, without a script: chosen by number or brought as a file."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Photo, PhotoText, Story
from articles.vocabularies import RightsBasis


def rows(*uses: dict, initial: int = 0) -> dict:
    data = {"story_photos-TOTAL_FORMS": len(uses), "story_photos-INITIAL_FORMS": initial}
    for number, use in enumerate(uses):
        values = {"role": "lead", "crop": "full", "position": number} | use
        data |= {f"story_photos-{number}-{name}": value for name, value in values.items()}
    return data


@pytest.fixture
def send(english, cast, log_in, form_data):
    def post(*uses: dict, who="desk_editor", story=None, initial: int = 0):
        name = "change" if story else "add"
        path = reverse(f"admin:articles_story_{name}", args=[story.pk] if story else [])
        data = form_data(service=english.pk, **rows(*uses, initial=initial))
        return log_in(getattr(cast, who)).post(path, data)

    return post


def test_crop_role_and_caption_belong_to_the_use(photo, send):
    response = send({"photo": photo.pk, "crop": "16x9", "caption_override": "Only here."})
    assert response.status_code == 302, response.context["errors"]
    use = Story.objects.get().story_photos.get()
    assert (use.crop, use.role, use.caption_override) == ("16x9", "lead", "Only here.")
    assert PhotoText.objects.get().caption == "The river rose overnight."


def test_a_file_that_the_library_has_is_the_library_s_photo(photo, send, jpeg):
    send({"file": SimpleUploadedFile("again.jpg", jpeg), "credit": "House"})
    assert Photo.objects.get() == photo
    assert Story.objects.get().story_photos.get().photo == photo


def test_rights_are_never_assumed_but_taken_as_stated(english, send, jpeg):
    send({"file": SimpleUploadedFile("new.jpg", jpeg)})
    photo = Photo.objects.get()
    assert photo.rights_basis == RightsBasis.UNKNOWN
    story = Story.objects.get()
    use = {"id": story.story_photos.get().pk, "story": story.pk, "photo": photo.pk}
    send(use | {"rights_basis": "staff"}, story=story, initial=1)
    photo.refresh_from_db()
    assert photo.rights_basis == RightsBasis.STAFF


def test_a_photo_chosen_from_the_library_keeps_its_rights(photo, send):
    send({"photo": photo.pk, "rights_basis": "unknown", "credit": ""})
    photo.refresh_from_db()
    assert (photo.rights_basis, photo.credit) == (RightsBasis.STAFF, "Radio Lantern")


def test_a_reporter_does_not_change_the_stated_rights_of_a_library_photo(photo, send):
    send({"photo": photo.pk, "rights_basis": "agency"}, who="reporter")
    photo.refresh_from_db()
    assert photo.rights_basis == RightsBasis.STAFF


def test_a_killed_photo_cannot_be_chosen_but_does_not_keep_a_story_from_being_saved(
    story, photo, send, now
):
    Photo.objects.filter(pk=photo.pk).update(killed_at=now)
    assert "There is no such photo" in send({"photo": photo.pk}).content.decode()
    use = story.story_photos.get()
    response = send(
        {"id": use.pk, "story": story.pk, "photo": photo.pk, "caption_override": "x"},
        story=story, initial=1,
    )  # fmt: skip
    assert response.status_code == 302


@pytest.mark.parametrize("number", ["x", "-1", "99999999999999999999", "0"])
def test_a_number_that_is_no_photo_is_refused_at_its_row(number, photo, send):
    response = send({"photo": number})
    assert response.status_code == 200
    assert not Story.objects.exists()
    assert "There is no such photo" in response.content.decode()


def test_the_form_says_what_each_field_is_without_a_script(story, cast, log_in):
    page = log_in(cast.reporter).get(reverse("admin:articles_story_change", args=[story.pk]))
    html = page.content.decode()
    for number in (0, 1):  # the photo that is there, and room for another
        assert f'name="story_photos-{number}-file"' in html
        assert f'for="id_story_photos-{number}-crop"' in html
    assert 'data-counted="alt_text"' in html
