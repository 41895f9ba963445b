"""Sitemaps for search engines: an index, a map for each service and month, and the news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from xml.etree.ElementTree import Element, SubElement

from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import front_path, sitemap_path
from articles.pages.frame import public_url
from articles.pages.reader import Reader
from articles.pages.story_head import path_of
from articles.pages.xml import child, document

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
NEWS_FOR = timedelta(hours=48)
# Two written languages to which search engines give codes of their own.
CHINESE = {"zh-hans": "zh-cn", "zh-cn": "zh-cn", "zh-hant": "zh-tw", "zh-tw": "zh-tw"}


def sitemap_index(months: Iterable[tuple[LanguageService, int, int]], reader: Reader) -> bytes:
    root = Element("sitemapindex", xmlns=SITEMAP)
    for service, year, month in months:
        url = public_url(service, reader, sitemap_path(service.slug, year, month))
        child(SubElement(root, "sitemap"), "loc", url)
    return document(root)


def month_map(service: LanguageService, rows: Iterable[PublishedStory], reader: Reader) -> bytes:
    """Of a month of which nothing is for search engines the front alone: a map needs an address."""
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
