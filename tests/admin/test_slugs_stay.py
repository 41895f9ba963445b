"""Slugs that legal notices name cannot be changed any more."""

import pytest
from django.urls import reverse

from articles.models import LanguageService, Section, Topic


@pytest.fixture
def topic(db):
    return Topic.objects.create(slug="courts", name="Courts")


@pytest.mark.parametrize("noun", ["topic", "section", "languageservice"])
def test_the_slug_is_shown_with_the_reason_and_not_as_a_field(
    noun, topic, politics, english, cast, log_in
):
    made = {"topic": topic, "section": politics, "languageservice": english}[noun]
    page = log_in(cast.administrator).get(reverse(f"admin:articles_{noun}_change", args=[made.pk]))
    assert 'name="slug"' not in page.content.decode()
    assert "legal notices and addresses name it" in page.content.decode()


def test_a_tampered_slug_changes_nothing(topic, cast, log_in):
    log_in(cast.administrator).post(
        reverse("admin:articles_topic_change", args=[topic.pk]),
        {"slug": "tampered", "name": "Justice", "media_topic": "",
         "names-TOTAL_FORMS": "0", "names-INITIAL_FORMS": "0"},
    )  # fmt: skip
    topic.refresh_from_db()
    assert (topic.slug, topic.name) == ("courts", "Justice")


def test_a_new_one_gets_its_slug(cast, log_in, english):
    client = log_in(cast.administrator)
    client.post(
        reverse("admin:articles_section_add"),
        {"service": english.pk, "name": "World", "slug": "world", "position": "1"},
    )
    assert Section.objects.get().slug == "world"
    assert LanguageService.objects.get().slug == "en"
