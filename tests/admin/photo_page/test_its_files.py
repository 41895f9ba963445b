"""The whole photo, its original and the state of its files are for the desk alone."""

from io import BytesIO

from PIL import Image

from articles.models import EditorialLog, Photo
from tests.admin.photo_forms import address


def test_the_desk_s_view_is_the_whole_photo_and_nobody_keeps_it(ours, cast, log_in):
    Photo.objects.filter(pk=ours.pk).update(blurred_areas=[[0, 0, 1, 1]])
    response = log_in(cast.photo_editor).get(address("view", ours.pk))

    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private, no-store")
    seen = Image.open(BytesIO(response.content))
    assert seen.size == (900, 600)
    assert seen.getextrema()[0] == (0, 255) or seen.getextrema()[0][1] > 240  # not blurred


def test_the_original_is_downloaded_by_post_and_logged(ours, cast, log_in, jpeg):
    client = log_in(cast.photo_editor)
    assert client.get(address("original", ours.pk)).status_code == 405
    response = client.post(address("original", ours.pk))

    assert b"".join(response) == jpeg
    assert response["Cache-Control"].startswith("private, no-store")
    assert "attachment" in response["Content-Disposition"]
    assert EditorialLog.objects.filter(verb="download", noun_id=ours.pk).count() == 1


def test_the_state_of_the_files_is_told_and_asked_for_anew(ours, cast, log_in, now):
    Photo.objects.filter(pk=ours.pk).update(renditions_error="The disk is full.")
    client = log_in(cast.photo_editor)
    assert client.get(address("status", ours.pk)).json()["error"] == "The disk is full."
    answer = client.post(address("status", ours.pk)).json()
    assert (answer["error"], answer["is_due"]) == ("", True)
    assert "files made" in answer["sentence"]
