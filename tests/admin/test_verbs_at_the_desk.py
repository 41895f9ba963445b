"""Publish, take down and kill have pages of their own that say what stands against them."""

import pytest
from django.urls import reverse

from articles.models import PublishedStory, Story
from articles.publishing.publish import publish
from articles.vocabularies import PubStatus, WorkflowStatus


def url(verb, story, **query):
    return reverse(f"admin:articles_story_{verb}", args=[story.pk], query=query or None)


def test_an_editor_publishes_after_a_look_at_the_preflight(story, cast, log_in):
    client = log_in(cast.desk_editor)
    page = client.get(url("publish", story))
    assert "Publish now" in page.content.decode()

    client.post(url("publish", story))
    assert PublishedStory.objects.get().headline == story.headline


def test_the_page_of_a_story_that_is_not_fit_has_no_button(story, photo, cast, log_in):
    photo.credit = ""
    photo.save()
    client = log_in(cast.desk_editor)

    page = client.get(url("publish", story)).content.decode()
    assert "has no credit" in page
    assert "#story_photos-group" in page
    assert "Publish now" not in page
    refused = client.post(url("publish", story))
    assert refused.status_code == 422
    assert not PublishedStory.objects.exists()


def test_a_double_click_publishes_once(story, cast, log_in):
    client = log_in(cast.desk_editor)
    for _click in range(2):
        assert client.post(url("publish", story)).status_code == 302
    assert story.versions.count() == 1


def test_a_killed_story_can_be_read_at_the_desk_but_not_changed(
    story, cast, log_in, now, form_data
):
    publish(story, actor=cast.desk_editor, now=now)
    chief = log_in(cast.service_chief)
    chief.post(url("kill", story), {"reason": "Source in danger"})

    assert PublishedStory.objects.get().pub_status == PubStatus.CANCELED
    form = reverse("admin:articles_story_change", args=[story.pk])
    assert chief.get(form).status_code == 200
    assert chief.post(form, form_data(headline="Back again")).status_code == 403
    assert Story.objects.get().workflow_status == WorkflowStatus.KILLED


def test_killing_without_a_reason_is_refused_with_a_sentence(story, cast, log_in, now):
    publish(story, actor=cast.desk_editor, now=now)
    response = log_in(cast.service_chief).post(url("kill", story), {"reason": ""})

    assert response.status_code == 422
    assert "needs a reason" in response.content.decode()


def test_a_version_is_restored_from_the_history(story, cast, log_in, now):
    publish(story, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    story.headline = "Changed"
    story.save()
    client = log_in(cast.desk_editor)

    history = client.get(reverse("admin:articles_story_history", args=[story.pk]))
    assert "?version=1" in history.content.decode()
    client.post(url("restore", story, version=1))
    story.refresh_from_db()
    assert story.headline == "The river rises"


@pytest.mark.parametrize("version", ["", "x", "-1", "99", "٣"])
def test_a_version_that_does_not_exist_is_not_found(version, story, cast, log_in):
    response = log_in(cast.desk_editor).get(url("restore", story, version=version))
    assert response.status_code == 404


def test_two_legal_officers_approve_a_notice_at_the_desk(cast, log_in, now):
    from articles.models import LegalNotice, NoticeText, NoticeVersion

    notice = LegalNotice.objects.create(
        slug="n", kind="info", placements=["article_foot"], starts_at=now, reach="everyone"
    )
    NoticeText.objects.create(
        notice=notice, language="en", title="T", body="<p>B</p>", is_default=True
    )

    def ask(verb):
        return reverse(f"admin:articles_legalnotice_{verb}", args=[notice.pk])

    first, second = log_in(cast.legal_officer), log_in(cast.second_legal_officer)
    first.post(ask("propose"))
    own = first.post(ask("approve"))
    assert own.status_code == 422
    assert "somebody else" in own.content.decode()
    second.post(ask("approve"), {"seen_hash": NoticeVersion.objects.get().content_hash})
    assert NoticeVersion.objects.in_force().count() == 1
    assert log_in(cast.service_chief).get(ask("approve")).status_code == 404
