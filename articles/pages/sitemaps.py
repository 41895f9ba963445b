"""Sitemaps for search engines: an index, a map for each service and month, and the news."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from xml.etree.ElementTree import Element, SubElement

from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import front_path, sitemap_part_path, sitemap_path
from articles.pages.frame import public_url
from articles.pages.reader import Reader
from articles.pages.story_head import path_of
from articles.pages.xml import child, document

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
NEWS_FOR = timedelta(hours=48)
# The protocol's own limit of a map; of its 50 MB the longest addresses would fill less.
MOST_URLS = 50_000
# Two written languages to which search engines give codes of their own.
CHINESE = {"zh-hans": "zh-cn", "zh-cn": "zh-cn", "zh-hant": "zh-tw", "zh-tw": "zh-tw"}


@dataclass(frozen=True)
class MonthMap:
    """The map of a month, or a ``part`` of one that is too long for one map."""

    service: LanguageService
    year: int
    month: int
    part: int | None = None

    @property
    def path(self) -> str:
        if self.part is None:
            return sitemap_path(self.service.slug, self.year, self.month)
        return sitemap_part_path(self.service.slug, self.year, self.month, self.part)


def part_of(story_id: int) -> int:
    """A story stays in its part, whatever comes or goes: no part can outgrow a map."""
    return story_id // MOST_URLS


def stories_of_part(part: int) -> range:
    return range(part * MOST_URLS, (part + 1) * MOST_URLS)


def sitemap_index(maps: Iterable[MonthMap], reader: Reader) -> bytes:
    root = Element("sitemapindex", xmlns=SITEMAP)
    for one in maps:
        url = public_url(one.service, reader, one.path)
        child(SubElement(root, "sitemap"), "loc", url)
    return document(root)


def month_map(service: LanguageService, rows: Iterable[PublishedStory], reader: Reader) -> bytes:
    """Of a month (or part) of which nothing is for search engines the front alone: a map needs
    an address."""
    root = Element("urlset", xmlns=SITEMAP)
    for row in rows:
        url = SubElement(root, "url")
        child(url, "loc", public_url(service, reader, path_of(row, service)))
        child(url, "lastmod", row.revised_at.isoformat(timespec="seconds"))
    if not len(root):
        front = public_url(service, reader, front_path(service.slug))
        child(SubElement(root, "url"), "loc", front)
    return document(root)


def news_map(rows: Iterable[PublishedStory], reader: Reader) -> bytes:
    root = Element("urlset", {"xmlns": SITEMAP, "xmlns:news": NEWS})
    for row in rows:
        service = reader.standing.by_id[row.service_id]
        url = SubElement(root, "url")
        child(url, "loc", public_url(service, reader, path_of(row, service)))
        news = SubElement(url, "news:news")
        publication = SubElement(news, "news:publication")
        child(publication, "news:name", service.brand)
        child(publication, "news:language", language_code(service.language))
        published = row.published_at.isoformat(timespec="seconds")
        child(news, "news:publication_date", published)
        child(news, "news:title", row.headline)
    return document(root)


def language_code(tag: str) -> str:
    """Two or three letters, as search engines ask for."""
    return CHINESE.get(tag.lower(), tag.partition("-")[0])
