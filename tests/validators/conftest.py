"""The demonstration newsroom, and the pages of every template in every language.

What is for machines is no HTML: tests/front/feeds and test_sitemaps.py judge that.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from articles.demo.loading import Desk
from articles.models import LanguageService, PublishedStory
from articles.pages.outputs import OUTPUTS
from articles.vocabularies import PubStatus
from tests.demo.the_demonstration.furnished import furnished


@pytest.fixture
def newsroom(db: None) -> Desk:
    return furnished()


@pytest.fixture
def pages(newsroom: Desk, settings) -> dict[str, bytes]:
    """Path and page: of each service every template, and every story in both editions."""
    settings.DEMO = True
    client = Client()
    return {path: client.get(path, follow=True).content for path in dict.fromkeys(_paths())}


def _paths() -> Iterator[str]:
    stories = PublishedStory.objects.select_related("service", "section")
    for row in stories.on_air():
        for output in OUTPUTS:
            if not output.for_machines:
                yield from output.paths(row, row.service)
    for service in LanguageService.objects.all():
        for name in ("place", "nowhere", "archive", "search"):
            yield f"/{service.slug}/{name}/"
    for row in stories.filter(pub_status=PubStatus.CANCELED):
        yield f"/{row.service.slug}/a/x/{row.pk}.html"
