"""Where a story can be seen: the addresses of each kind of output that shows it, or its teaser."""

from __future__ import annotations

from urllib.parse import quote

from django.utils import timezone

from articles.models.published import PublishedStory
from articles.models.published_entry import PublishedEntry
from articles.models.service import LanguageService
from articles.pages.addresses import (
    author_path,
    day_path,
    entry_path,
    search_path,
    section_path,
    sitemap_part_path,
    sitemap_path,
    topic_path,
    updates_path,
)
from articles.pages.sitemaps import NEWS_FOR, part_of
from articles.text.terms import terms
from articles.vocabularies import StoryType

FEW = 2


def nowhere(_row: PublishedStory, _service: LanguageService) -> list[str]:
    return []


def section_of(row: PublishedStory, service: LanguageService) -> list[str]:
    return [section_path(service.slug, row.section.slug)] if row.section else []


def topics_of(row: PublishedStory, service: LanguageService) -> list[str]:
    return [topic_path(service.slug, topic.slug) for topic in row.topics.all()]


def authors_of(row: PublishedStory, service: LanguageService) -> list[str]:
    return [author_path(service.slug, person.slug) for person in row.contributors.all()]


def entries_of(row: PublishedStory, service: LanguageService) -> list[str]:
    """The newest few entries of live coverage; the others are pages of the same kind."""
    if row.story_type != StoryType.LIVE:
        return []
    newest = PublishedEntry.objects.of(row.pk).filter(is_removed=False).newest_first()
    numbers = newest.values_list("pk", flat=True)[:FEW]
    return [entry_path(service.slug, row.slug, row.pk, number) for number in numbers]


def updates_of(row: PublishedStory, service: LanguageService) -> list[str]:
    is_live = row.story_type == StoryType.LIVE
    return [updates_path(service.slug, row.slug, row.pk)] if is_live else []


def search_of(row: PublishedStory, service: LanguageService) -> list[str]:
    """For the beginning of its longest word, so that the page does not repeat what it tells."""
    words = sorted(terms(row.headline), key=len)
    return [f"{search_path(service.slug)}?q={quote(words[-1][:-1] or words[-1])}"] if words else []


def day_of(row: PublishedStory, service: LanguageService) -> list[str]:
    return [day_path(service.slug, row.local_day)] if row.local_day else []


def sitemap_of(row: PublishedStory, service: LanguageService) -> list[str]:
    day = row.local_day
    return [sitemap_path(service.slug, day.year, day.month)] if day else []


def sitemap_part_of(row: PublishedStory, service: LanguageService) -> list[str]:
    day = row.local_day
    if day is None:
        return []
    return [sitemap_part_path(service.slug, day.year, day.month, part_of(row.pk))]


def news_of(row: PublishedStory, _service: LanguageService) -> list[str]:
    return ["/news-sitemap.xml"] if row.published_at > timezone.now() - NEWS_FOR else []
