"""Whatever is typed into the desk's forms: no crash, no markup that runs, a clear answer."""

import pytest
from django.urls import reverse

from articles.models import Contributor, LegalNotice, PhotoText, Story
from tests.hostile import hostile_texts


@pytest.fixture
def texts(shared):
    """A spread over both corpora: every fourteenth text."""
    return hostile_texts(shared)[::14]


def test_story_forms_answer_and_keep_only_clean_text(texts, cast, log_in, english, form_data):
    client = log_in(cast.reporter)
    fields = ("kicker", "headline", "standfirst", "body", "dateline", "ed_note", "slugline",
              "byline_override", "countries", "slug", "breaking_until_0", "urgency")  # fmt: skip
    for number, text in enumerate(texts):
        key = f"8f9de1f4-7f75-4b8e-9d39-{number:012x}"
        mostly = dict.fromkeys(fields[:8], text) | {"translation_key": key}
        response = client.post(
            reverse("admin:articles_story_add"), form_data(service=english.pk, **mostly)
        )
        assert response.status_code in (200, 302), text
        wild = dict.fromkeys(fields, text) | {"translation_key": text}
        response = client.post(reverse("admin:articles_story_add"), form_data(service=text, **wild))
        assert response.status_code == 200, text
    assert Story.objects.count() > 40
    for story in Story.objects.all():
        assert "<script" not in story.body.lower()
        assert "\x00" not in "".join((story.headline, story.body, story.ed_note))
    listing = client.get(reverse("admin:articles_story_changelist"))
    assert listing.status_code == 200
    assert b"<script>alert" not in listing.content


def test_other_forms_answer_too(texts, cast, log_in, photo):
    editor, legal = log_in(cast.desk_editor), log_in(cast.legal_officer)
    for text in texts[::3]:
        answers = [
            editor.post(
                reverse("admin:articles_contributor_add"),
                {"kind": text, "name": text, "slug": text, "byline_policy": text, "user": text,
                 "names-TOTAL_FORMS": text, "names-INITIAL_FORMS": "0"},
            ),
            legal.post(
                reverse("admin:articles_legalnotice_add"),
                {"slug": text, "kind": text, "placements": text, "starts_at_0": text,
                 "legal_timezone": text, "min_scale": text, "priority": text,
                 "texts-TOTAL_FORMS": "1", "texts-INITIAL_FORMS": "0", "texts-0-body": text,
                 "targets-TOTAL_FORMS": "1", "targets-INITIAL_FORMS": "0",
                 "targets-0-value": text},
            ),
            editor.get(reverse("admin:articles_story_changelist"), {"q": text}),
            editor.get(reverse("admin:articles_photo_picker"), {"q": text, "ids": ""}),
            editor.get(reverse("admin:articles_photo_picker"), {"ids": text}),
        ]  # fmt: skip
        assert all(answer.status_code in (200, 302) for answer in answers), text
    assert not Contributor.objects.exists()
    assert not LegalNotice.objects.exists()
    assert PhotoText.objects.count() == 1
