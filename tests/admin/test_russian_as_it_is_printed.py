"""Dates, quotation marks and the system's own name at the desk, as Russian prints them."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils.translation import override

from articles.publishing.actors import SYSTEM
from articles.publishing.notice_names import language_name, name_in
from articles.publishing.notice_phrases import clock
from articles.publishing.save import save
from articles.templatetags.desk_names import spoken_name
from articles.vocabularies import TargetDimension


@pytest.mark.parametrize(
    ("language", "said"), [("en", "20 February 2024, 00:00"), ("ru", "20 февраля 2024, 00:00")]
)
def test_a_day_of_a_month(language, said):
    with override(language):
        assert clock(datetime(2024, 2, 20, tzinfo=UTC)) == said


@pytest.mark.parametrize(("language", "said"), [("en", "“Bridge”"), ("ru", "«Bridge»")])
def test_a_headline_in_a_sentence(language, said):
    with override(language):
        names = {(TargetDimension.STORY, "1"): "Bridge"}
        assert name_in(names, TargetDimension.STORY, "1") == said


@pytest.mark.parametrize(("language", "said"), [("en", "Persian"), ("ru", "персидский")])
def test_a_language(language, said):
    with override(language):
        assert language_name("fa") == said


def test_what_the_system_did(story, cast, now, log_in):
    save(story, actor=SYSTEM, now=now)
    client = log_in(cast.reporter)
    client.post(reverse("admin:desk_language"), {"language": "ru"})
    page = client.get(reverse("admin:articles_story_history", args=[story.pk])).content.decode()
    assert "система" in page
    assert f">{SYSTEM.name}<" not in page


def test_everybody_else_is_called_as_they_are():
    assert (spoken_name(SYSTEM.name), spoken_name("Mara Ellery")) == ("the system", "Mara Ellery")
