"""A reporter types in a story's form, and does not save."""

import json

import pytest
from django.urls import reverse

from tests.admin.drafts_are_kept.page import KEEP, PAGE


@pytest.fixture
def keep():
    def make(client, story=None, page=PAGE, **more):
        sent = {"story": story.pk if story else "", "page": page, "base": "1", "stamp": "x",
                "fields": {"headline": ["Typed"]}, "touched": ["headline"]} | more  # fmt: skip
        return client.post(reverse(KEEP), json.dumps(sent), content_type="application/json")

    return make


@pytest.fixture
def reporter(cast, log_in):
    return log_in(cast.reporter)
