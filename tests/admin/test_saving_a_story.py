"""Save keeps the working copy and a version; what was typed is cleaned first."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.models import PhotoText, Story, StoryVersion
from articles.vocabularies import WorkflowStatus

ADD = "admin:articles_story_add"


@pytest.fixture
def reporter(cast, log_in):
    return log_in(cast.reporter)


def test_a_reporter_writes_a_story_and_a_version_is_kept(reporter, cast, english, form_data):
    response = reporter.post(reverse(ADD), form_data(service=english.pk))

    story = Story.objects.get()
    assert response.status_code == 302
    assert story.created_by == cast.reporter
    assert story.workflow_status == WorkflowStatus.DRAFT
    assert StoryVersion.objects.get().content["headline"] == "The river rises"


def test_hostile_markup_does_not_reach_the_database(reporter, english, form_data):
    reporter.post(
        reverse(ADD),
        form_data(
            service=english.pk,
            headline="Fine\x07 <script>alert(1)</script>",
            body='<p onclick="x()">Text<script>alert(1)</script><iframe src="//x"></iframe></p>',
        ),
    )
    story = Story.objects.get()
    assert story.body == "<p>Text</p>"
    assert "\x07" not in story.headline


def test_a_photo_comes_with_the_story_in_one_step(reporter, english, form_data, jpeg):
    data = form_data(
        service=english.pk,
        **{
            "story_photos-TOTAL_FORMS": "1",
            "story_photos-0-photo": "",
            "story_photos-0-file": SimpleUploadedFile("river.jpg", jpeg, "image/jpeg"),
            "story_photos-0-role": "lead",
            "story_photos-0-alt_text": "Brown water",
            "story_photos-0-caption_override": "The river rose.",
            "story_photos-0-credit": "Radio Lantern",
            "story_photos-0-position": "0",
        },
    )
    response = reporter.post(reverse(ADD), data)

    assert response.status_code == 302, response.context["errors"]
    use = Story.objects.get().story_photos.get()
    assert use.photo.credit == "Radio Lantern"
    assert use.photo.renditions.exists()
    assert PhotoText.objects.get(photo=use.photo).alt_text == "Brown water"


def test_the_caption_inside_a_file_is_taken_over(reporter, english, form_data, jpeg):
    exif = Image.Exif()
    exif[0x010E] = "The river at noon."
    out = BytesIO()
    Image.open(BytesIO(jpeg)).save(out, "JPEG", exif=exif)
    data = form_data(
        service=english.pk,
        **{
            "story_photos-TOTAL_FORMS": "1",
            "story_photos-0-file": SimpleUploadedFile("r.jpg", out.getvalue(), "image/jpeg"),
            "story_photos-0-role": "lead",
            "story_photos-0-alt_text": "Brown water",
            "story_photos-0-position": "0",
        },
    )
    reporter.post(reverse(ADD), data)

    text = PhotoText.objects.get()
    assert (text.language, text.caption) == ("en", "The river at noon.")
    assert text.alt_text == "Brown water"


def test_a_file_that_is_no_picture_is_refused_with_a_sentence_and_nothing_is_lost(
    reporter, english, form_data
):
    data = form_data(
        service=english.pk,
        **{
            "story_photos-TOTAL_FORMS": "1",
            "story_photos-0-file": SimpleUploadedFile("x.jpg", b"<html>", "image/jpeg"),
            "story_photos-0-role": "lead",
            "story_photos-0-position": "0",
        },
    )
    response = reporter.post(reverse(ADD), data)

    text = response.content.decode()
    assert response.status_code == 200
    assert "This is not a JPEG, PNG, WebP, AVIF or HEIC picture." in text
    assert "Some text." in text
    assert not Story.objects.exists()


def test_a_reporter_cannot_write_for_another_newsroom(reporter, persian, form_data):
    reporter.post(reverse(ADD), form_data(service=persian.pk))

    assert not Story.objects.exists()


def test_the_status_cannot_be_posted(reporter, english, form_data):
    reporter.post(
        reverse(ADD),
        form_data(service=english.pk, workflow_status="live", published_at="2020-01-01"),
    )
    story = Story.objects.get()
    assert story.workflow_status == WorkflowStatus.DRAFT
    assert story.published_at is None


def test_stories_are_never_deleted(story, cast, log_in):
    url = reverse("admin:articles_story_delete", args=[story.pk])
    assert log_in(cast.administrator).post(url, {"post": "yes"}).status_code == 403
    assert Story.objects.filter(pk=story.pk).exists()


def test_the_editor_writes_in_the_direction_of_the_service(
    cast, log_in, persian, make_story, english
):
    story = make_story(service=persian, headline="خبر")
    page = log_in(cast.outsider).get(reverse("admin:articles_story_change", args=[story.pk]))

    assert "&quot;contentsLangDirection&quot;: &quot;rtl&quot;" in page.content.decode()
    assert "&quot;contentsLanguage&quot;: &quot;fa&quot;" in page.content.decode()


def test_only_pages_with_the_editor_allow_inline_scripts(story, cast, log_in):
    client = log_in(cast.desk_editor)
    form = client.get(reverse("admin:articles_story_change", args=[story.pk]))
    listing = client.get(reverse("admin:articles_story_changelist"))

    assert "'unsafe-inline'" in form["Content-Security-Policy"]
    assert "'unsafe-inline'" not in listing["Content-Security-Policy"]
