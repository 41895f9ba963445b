"""The photos of a story together: whatever is sent, there is a sentence, and no text is lost."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from articles.models import Photo, Story, StoryPhoto
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.publishing.kill_photo import kill_photo

WRITTEN = "<p>Hours of work.</p>"
TWICE = "This photo is in the story already."
TWO_LEADS = "A story has one lead photo"


def picture(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (400, 300), colour).save(out, "JPEG")
    return out.getvalue()


def a_file(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("brought.jpg", data)


@pytest.fixture
def other(now):
    return add_photo(picture("teal"), "sea.jpg", actor=SYSTEM, now=now)


@pytest.fixture
def send(english, cast, log_in, form_data):
    def post(*rows: dict, story=None, who="desk_editor"):
        initial = sum("id" in row for row in rows)
        data = form_data(service=english.pk, body=WRITTEN)
        data |= {"story_photos-TOTAL_FORMS": len(rows), "story_photos-INITIAL_FORMS": initial}
        for number, row in enumerate(rows):
            values = {"role": "gallery", "crop": "full", "position": number} | row
            data |= {f"story_photos-{number}-{name}": value for name, value in values.items()}
        name, args = ("change", [story.pk]) if story else ("add", [])
        if story:
            data["translation_key"] = str(story.translation_key)
        path = reverse(f"admin:articles_story_{name}", args=args)
        return log_in(getattr(cast, who)).post(path, data)

    return post


@pytest.fixture
def two(story, other):
    """The rows of a story with a lead and a second photo, as its form has them."""
    StoryPhoto.objects.create(story=story, photo=other, role="gallery", position=1)
    return [
        {"id": use.pk, "story": story.pk, "photo": use.photo_id, "role": use.role}
        for use in story.story_photos.order_by("position")
    ]


def roles(story):
    return dict(story.story_photos.values_list("photo", "role"))


def assert_told(response, sentence):
    page = response.content.decode()
    assert response.status_code == 200
    assert sentence in page
    assert "Hours of work." in page


def test_two_leads_are_told_beside_the_second(photo, other, send):
    response = send({"photo": photo.pk, "role": "lead"}, {"photo": other.pk, "role": "lead"})
    assert_told(response, TWO_LEADS)
    assert not Story.objects.exists()


@pytest.mark.parametrize("turned", [False, True])
def test_the_lead_can_be_given_to_another_row_before_it_or_after_it(story, two, send, turned):
    two[0]["role"], two[1]["role"] = "gallery", "lead"
    response = send(*(two[::-1] if turned else two), story=story)
    assert response.status_code == 302, response.context["errors"]
    assert roles(story) == {two[0]["photo"]: "gallery", two[1]["photo"]: "lead"}


def test_two_rows_can_change_places(story, two, send):
    first, second = two
    first["photo"], second["photo"] = second["photo"], first["photo"]
    assert send(*two, story=story).status_code == 302
    assert roles(story) == {first["photo"]: "lead", second["photo"]: "gallery"}
    assert {use.pk for use in story.story_photos.all()} == {first["id"], second["id"]}


def test_a_row_can_take_the_photo_of_one_that_goes(story, two, send):
    first, second = two
    first["photo"] = second["photo"]
    second["DELETE"] = "on"
    assert send(*two, story=story).status_code == 302
    assert roles(story) == {second["photo"]: "lead"}


def test_a_photo_chosen_twice_is_told(photo, send):
    assert_told(send({"photo": photo.pk, "role": "lead"}, {"photo": photo.pk}), TWICE)


def test_the_same_new_file_twice_is_told(english, send):
    data = picture("navy")
    assert_told(send({"file": a_file(data), "role": "lead"}, {"file": a_file(data)}), TWICE)
    assert not Photo.objects.exists()


def test_a_file_whose_photo_is_in_the_story_is_told(story, two, jpeg, send):
    assert_told(send(*two, {"file": a_file(jpeg)}, story=story), TWICE)
    assert story.story_photos.count() == 2


def test_a_photo_that_somebody_else_put_in_meanwhile_is_told(story, two, send):
    assert_told(send(two[0], {"photo": two[1]["photo"]}, story=story), TWICE)


def test_a_lead_that_somebody_else_put_in_meanwhile_makes_room(story, photo, other, send):
    assert send({"photo": other.pk, "role": "lead"}, story=story).status_code == 302
    assert roles(story) == {photo.pk: "gallery", other.pk: "lead"}


def test_a_killed_file_is_told_beside_it(photo, jpeg, cast, send, now):
    kill_photo(photo, actor=cast.service_chief, now=now, reason="The family asked.")
    assert_told(send({"file": a_file(jpeg)}, who="reporter"), "This photo was killed as")


def test_a_broken_file_costs_no_text(english, send):
    cut = a_file(picture("navy")[:-200])
    response = send({"file": cut})
    assert response.status_code in (200, 302)
    assert response.status_code == 200 or Story.objects.get().body == WRITTEN


def test_words_of_a_killed_photo_keep_no_story_from_being_saved(story, photo, cast, send, now):
    use = story.story_photos.get()
    kill_photo(photo, actor=cast.service_chief, now=now, reason="The family asked.")
    row = {"id": use.pk, "story": story.pk, "photo": photo.pk, "role": "lead", "credit": "Ana",
           "alt_text": "Another bridge.", "rights_basis": "staff"}  # fmt: skip
    assert send(row, story=story).status_code == 302
    story.refresh_from_db()
    photo.refresh_from_db()
    assert story.body == WRITTEN
    assert photo.credit == "Radio Lantern"


def test_each_photo_more_costs_one_look_when_the_story_is_saved(story, two, send):
    def cost(rows):
        with CaptureQueriesContext(connection) as captured:
            assert send(*rows, story=story).status_code == 302
        asked = [one["sql"] for one in captured if one["sql"].startswith("SELECT")]
        return sum('FROM "articles_photo"' in sql or "_storyphoto" in sql for sql in asked)

    few = cost(two)
    for number in range(18):
        photo = Photo.objects.create(
            title=f"Photo {number}", sha256=f"p{number}", width=9, height=6, credit="x"
        )
        use = StoryPhoto.objects.create(story=story, photo=photo, role="gallery", position=number)
        row = {"id": use.pk, "story": story.pk, "photo": photo.pk, "role": "gallery"}
        two.append(row | {"position": number})
    assert cost(two) <= few + 18  # whether it is there twice
