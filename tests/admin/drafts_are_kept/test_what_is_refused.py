"""What cannot be kept is refused with a sentence."""

import json

import pytest
from django.urls import reverse

from articles.models import StoryDraft
from tests.admin.drafts_are_kept.page import KEEP, PAGE


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"{", b"[]", b"null", b'{"page": 5, "fields": {}}', b'{"page": "short", "fields": {}}',
        b'{"page": "long-enough", "fields": []}', b'{"page": "long-enough", "fields": {"a": "b"}}',
        b'{"page": "long-enough", "fields": {"a": [1]}}', b"[" * 100_000,
        b'{"page": "long-enough", "fields": {}, "touched": [{}]}', b"\xff\xfe",
        b'{"page": "long-enough", "fields": {"' + b"n" * 101 + b'": []}}',
    ],
    ids=range(13),
)  # fmt: skip
def test_nonsense_is_refused_with_a_sentence(reporter, english, sent):
    answer = reporter.post(reverse(KEEP), sent, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["sentence"]


def test_more_than_five_megabytes_are_refused_with_a_sentence(reporter, keep, url, story):
    answer = keep(reporter, story, fields={"body": ["x" * (5 * 1024 * 1024)]})
    assert answer.status_code == 413
    assert "5 MB" in answer.json()["sentence"]


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999999999", "²"])
def test_numbers_that_are_none_are_not_found(reporter, keep, english, number):
    sent = {"story": number, "page": PAGE, "fields": {"headline": ["x"]}}
    answer = reporter.post(reverse(KEEP), json.dumps(sent), content_type="application/json")
    assert answer.status_code == 404


def test_a_hundred_texts_that_are_not_saved_are_enough(reporter, keep, url, story, cast, now):
    StoryDraft.objects.bulk_create(
        StoryDraft(user=cast.reporter, story=story, page=f"page-number-{n}", kept_at=now)
        for n in range(100)
    )
    answer = keep(reporter, story)
    assert answer.status_code == 409
    assert "100 texts" in answer.json()["sentence"]
    assert keep(reporter, story, page="page-number-7").status_code == 200
