"""A logged-in client for each of the cast, and the story form's data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Story
from articles.publishing.save import save

LogIn = Callable[..., Client]


@pytest.fixture
def log_in() -> LogIn:
    def make(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def url(story: Story, cast, now) -> str:
    """The form of a story that the reporter has saved once."""
    save(story, actor=cast.reporter, now=now)
    return reverse("admin:articles_story_change", args=[story.pk])


@pytest.fixture
def form_data():
    """What a browser sends for the story form."""

    def make(story=None, **changes):
        data = {
            "kicker": "",
            "headline": "The river rises",
            "standfirst": "",
            "body": "<p>Some text.</p>",
            "topics": [],
            "urgency": "5",
            "story_type": "report",
            "dateline": "",
            "countries": "",
            "breaking_until_0": "",
            "breaking_until_1": "",
            "embargo_until_0": "",
            "embargo_until_1": "",
            "ed_note": "",
            "slugline": "",
            "slug": "",
            "byline_override": "",
            "translation_key": "8f9de1f4-7f75-4b8e-9d39-0c9a2d1c2a10",
            "story_photos-TOTAL_FORMS": "0",
            "story_photos-INITIAL_FORMS": "0",
            "bylines-TOTAL_FORMS": "0",
            "bylines-INITIAL_FORMS": "0",
            "_continue": "Save",
        }
        return data | changes

    return make
