"""The library is shared, its words are not everybody's to change."""

import pytest
from django.urls import reverse

from articles.models import ContributorName, PhotoText, PublishedStory, Story
from articles.publishing.preflight import preflight
from articles.publishing.publish import publish
from articles.vocabularies import BylinePolicy
from tests.admin.photo_forms import page_data


def with_photo(form_data, photo, service, **words):
    rows = {
        "story_photos-TOTAL_FORMS": "1",
        "story_photos-0-photo": str(photo.pk),
        "story_photos-0-role": "lead",
        "story_photos-0-position": "0",
    }
    return form_data(
        service=service.pk, **rows, **{f"story_photos-0-{k}": v for k, v in words.items()}
    )


def test_a_reporter_cannot_rewrite_a_photo_s_credit_through_a_story(
    photo, english, cast, log_in, form_data
):
    data = with_photo(form_data, photo, english, credit="Me", alt_text="Mine")
    log_in(cast.reporter).post(reverse("admin:articles_story_add"), data)

    photo.refresh_from_db()
    assert Story.objects.get().story_photos.get().photo == photo
    assert photo.credit == "Radio Lantern"
    assert PhotoText.objects.get().alt_text == "Brown water under a bridge."


def test_a_reporter_may_supply_what_is_missing(photo, english, cast, log_in, form_data):
    photo.credit = ""
    photo.save()
    data = with_photo(form_data, photo, english, credit="Agency")
    log_in(cast.reporter).post(reverse("admin:articles_story_add"), data)

    photo.refresh_from_db()
    assert photo.credit == "Agency"


def test_a_photo_of_another_newsroom_cannot_be_posted_into_a_story(
    photo, english, persian_newsroom, cast, log_in, form_data
):
    photo.newsroom = persian_newsroom
    photo.save()
    response = log_in(cast.reporter).post(
        reverse("admin:articles_story_add"), with_photo(form_data, photo, english)
    )
    assert response.status_code == 200
    assert not Story.objects.exists()


def test_a_photo_of_another_newsroom_in_the_text_blocks_publishing(
    make_story, photo, persian_newsroom, now
):
    photo.newsroom = persian_newsroom
    photo.save()
    story = make_story(body=f'<p>Text.</p><figure data-photo="{photo.pk}"></figure>')
    assert "foreign_photo" in [problem.code for problem in preflight(story, now=now)]


@pytest.mark.parametrize("policy", [BylinePolicy.NONE, BylinePolicy.SERVICE_NAME])
def test_a_name_that_comes_under_protection_leaves_every_live_page(
    policy, story, reporter_byline, cast, log_in, client, now
):
    publish(story, actor=cast.desk_editor, now=now)
    name = ContributorName.objects.get()
    log_in(cast.desk_editor).post(
        reverse("admin:articles_contributor_change", args=[reporter_byline.pk]),
        {
            "kind": "person", "name": "Mara Ellery", "slug": "mara-ellery",
            "byline_policy": policy.value, "user": "", "portrait": "",
            "names-TOTAL_FORMS": "1", "names-INITIAL_FORMS": "1",
            "names-0-id": str(name.pk), "names-0-contributor": str(reporter_byline.pk),
            "names-0-language": "en", "names-0-name": "Mara Ellery", "names-0-as_source": "",
            "names-0-job_title": "", "names-0-biography": "",
        },
    )  # fmt: skip

    row = PublishedStory.objects.get()
    for path in (f"/en/a/{row.slug}/{row.pk}.html", "/en/", "/"):
        assert "Mara" not in client.get(path).content.decode(), path
    assert client.get("/en/author/mara-ellery/").status_code == 404


def test_a_corrected_library_caption_reaches_the_page(story, photo, cast, log_in, client, now):
    publish(story, actor=cast.desk_editor, now=now)
    text = PhotoText.objects.get()
    changes = {
        "credit": "Jonah Wick",
        "texts-0-caption": "The river fell.",
        "texts-0-alt_text": "Mud.",
    }
    response = log_in(cast.photo_editor).post(
        reverse("admin:articles_photo_change", args=[photo.pk]),
        page_data(photo, text, title="River", **changes),
    )
    assert response.status_code == 302, response.context["errors"]
    html = client.get(f"/en/a/the-river-rises/{story.pk}.html").content.decode()
    assert "The river fell." in html
    assert "Jonah Wick" in html
