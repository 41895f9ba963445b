"""What the demonstration's lists say of themselves, and how much their feeds carry."""

from __future__ import annotations

from articles.demo.building import House
from articles.demo.content_files import topic_descriptions
from articles.models import TopicName
from articles.vocabularies import FeedText

# Readers who cannot reach the site read it in their feed readers.
WHOLE_IN_FEEDS = ("fa", "ps")


def describe_lists(built: House) -> None:
    for language, words in topic_descriptions().items():
        for slug, description in words.items():
            names = TopicName.objects.filter(topic=built.topics[slug], language=language)
            names.update(description=description)
    for slug in WHOLE_IN_FEEDS:
        service = built.services[slug]
        service.feed_text = FeedText.FULL
        service.save(update_fields=["feed_text"])
