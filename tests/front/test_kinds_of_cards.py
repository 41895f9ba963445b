"""What a story is stands on its card in words, not in colour alone, on every list and front."""

import re

import pytest
from django.utils import timezone

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

KINDS = {
    "analysis": "Analysis", "opinion": "Opinion", "interview": "Interview",
    "explainer": "Explainer", "live": "Live", "photo_essay": "Photo essay", "video": "Video",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", ["/", "/en/", "/en/z/politics/", "/en/search/?q=river"])
def test_the_card_names_it(path, kind, story, client):
    story.story_type, story.video_url = kind, "https://example.org/watch"
    story.save()
    publish(story, actor=SYSTEM, now=timezone.now())
    html = client.get(path).content.decode()
    (kicker,) = re.findall(r'<p class="kicker">.*?</p>', html)
    assert f"<span>{KINDS[kind]}</span>" in kicker
