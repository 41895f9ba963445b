"""The key that joins a story to its translations stands in no version: nobody undoes it unasked."""

import uuid

import pytest
from django.urls import reverse

from articles.publishing.save import save
from tests.admin.sent import sent_by

KEY = uuid.UUID("0b6b2f0e-6d0f-4d52-9d3c-7d2b5f7b0c11")


@pytest.fixture
def opened(story, cast, log_in, now):
    """``opened("reporter")``: what posts changes to the form as that person opened it."""
    save(story, actor=cast.reporter, now=now)
    url = reverse("admin:articles_story_change", args=[story.pk])

    def make(name):
        client = log_in(getattr(cast, name))
        form = sent_by(client.get(url).content.decode(), "story_form") | {"_continue": "Save"}
        return lambda **changes: client.post(url, form | changes)

    return make


def test_a_form_opened_before_does_not_bring_the_old_key_back(opened, story):
    hers, his = opened("reporter"), opened("desk_editor")
    assert hers(translation_key=str(KEY)).status_code == 302
    assert his(kicker="His").status_code == 302
    story.refresh_from_db()
    assert (story.translation_key, story.kicker) == (KEY, "His")


def test_whoever_types_a_key_gets_it(opened, story):
    his = opened("desk_editor")
    assert his(translation_key=str(KEY)).status_code == 302
    story.refresh_from_db()
    assert story.translation_key == KEY
