"""Breaking news on one screen, and corrections: what an editor at night has to do."""

import uuid

import pytest
from django.urls import reverse

from articles.models import PublishedStory, Story
from articles.publishing.publish import publish

URL = "/admin/breaking/"


@pytest.fixture
def typed(english):
    return {
        "key": str(uuid.uuid4()), "service": english.pk, "headline": "Bridge closed",
        "lines": "Nobody was hurt.", "dateline": "Karasu", "section": "", "hours": "3",
    }  # fmt: skip


def test_one_form_puts_a_story_on_air_and_one_button_takes_the_flag_down(typed, cast, log_in):
    editor = log_in(cast.desk_editor)
    for _click in range(2):
        assert editor.post(URL, typed).status_code == 302
    on_air = PublishedStory.objects.get()
    assert on_air.breaking_until
    assert "Bridge closed" in editor.get(URL).content.decode()

    editor.post(reverse("admin:stand_down", args=[on_air.pk]))
    on_air.refresh_from_db()
    assert on_air.breaking_until is None


@pytest.mark.parametrize(
    "wrong",
    [{"headline": ""}, {"lines": " "}, {"key": "x"}, {"service": "0"}, {"hours": "900"},
     {"headline": "x" * 251}],
)  # fmt: skip
def test_what_is_wrong_is_marked_and_nothing_typed_is_lost(wrong, typed, cast, log_in):
    refused = log_in(cast.desk_editor).post(URL, typed | wrong)
    assert refused.status_code == 422
    assert "Karasu" in refused.content.decode()
    assert not Story.objects.exists()


def test_an_editor_breaks_nothing_in_a_service_of_others(typed, persian, cast, log_in):
    assert log_in(cast.desk_editor).post(URL, typed | {"service": persian.pk}).status_code == 422
    assert log_in(cast.reporter).post(URL, typed).status_code == 404
    log_in(cast.desk_editor).post(URL, typed)
    on_air = PublishedStory.objects.get()
    outsider = log_in(cast.outsider)
    assert outsider.post(reverse("admin:stand_down", args=[on_air.pk])).status_code == 404
    assert "Bridge closed" not in outsider.get(URL).content.decode()


def test_a_correction_goes_on_air_with_its_words(story, cast, log_in, now, form_data):
    publish(story, actor=cast.desk_editor, now=now)
    editor = log_in(cast.desk_editor)
    url = reverse("admin:articles_story_correct", args=[story.pk])
    change = reverse("admin:articles_story_change", args=[story.pk])
    assert editor.post(change, form_data(_correct="Correct …")).url == url
    assert editor.post(url, {"kind": "correction", "text": " "}).status_code == 422
    editor.post(url, {"kind": "clarification", "text": "The bridge is old, not new."})
    correction = PublishedStory.objects.get().document["corrections"][0]
    assert (correction["kind"], correction["text"]) == (
        "clarification",
        "The bridge is old, not new.",
    )


def test_a_refused_correction_keeps_its_words(story, photo, cast, log_in, now):
    publish(story, actor=cast.desk_editor, now=now)
    photo.credit = ""
    photo.save()
    url = reverse("admin:articles_story_correct", args=[story.pk])
    refused = log_in(cast.desk_editor).post(url, {"kind": "correction", "text": "Forty, not four."})
    assert refused.status_code == 422
    assert "Forty, not four." in refused.content.decode()
    assert log_in(cast.reporter).get(url).status_code == 404
    assert log_in(cast.outsider).get(url).status_code == 404
