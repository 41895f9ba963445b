"""Every page is valid and light enough to arrive."""

import gzip
import re

from django.test import Client

from articles.models import LanguageService, PublishedStory
from articles.pages.addresses import story_path
from articles.vocabularies import StoryType
from tests.html import errors_in

BUDGET = 12_000  # bytes at gzip level 6, up to 800 words in any script
BUDGET_WITHOUT_TEXT = 8_000
# Live coverage is another kind of page: twenty entries, for readers and once more for machines.
LIVE_BUDGET = 14_000


def test_every_page_is_valid_html_and_within_its_weight(newsroom, settings):
    client = Client()
    settings.DEMO = True
    for row in PublishedStory.objects.on_air().select_related("service"):
        path = story_path(row.service.slug, row.slug, row.pk)
        page = client.get(path, {"demo_place": "RU"}).content
        assert errors_in(page.decode()) == [], path
        budget = LIVE_BUDGET if row.story_type == StoryType.LIVE else BUDGET
        assert len(gzip.compress(page, 6)) <= budget, (path, row.document["words"])
    for path in ("/", *(f"/{service.slug}/" for service in LanguageService.objects.all())):
        assert errors_in(client.get(path).content.decode()) == [], path


def test_a_page_without_its_text_is_lighter_still(newsroom, settings):
    settings.DEMO = True
    stories = PublishedStory.objects.on_air().exclude(story_type=StoryType.LIVE)
    for row in stories.select_related("service"):
        path = story_path(row.service.slug, row.slug, row.pk)
        page = Client().get(path, {"demo_place": "RU"}).content
        # The pictures of an essay, with their captions, are its text.
        page = re.sub(rb'<section class="gallery".*?</section>', b"", page, flags=re.DOTALL)
        for segment in row.document["segments"]:
            page = page.replace(segment.get("html", "").encode() or b"\x00", b"")
        assert len(gzip.compress(page, 6)) <= BUDGET_WITHOUT_TEXT, path
