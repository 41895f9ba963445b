"""A feed as RSS 2.0, with full text and media by its usual modules."""

from __future__ import annotations

from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement

from articles.pages.feed import Feed, Item
from articles.pages.feed_links import RSS
from articles.pages.xml import child, document

MODULES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def rss(feed: Feed) -> bytes:
    root = Element("rss", MODULES | {"version": "2.0"})
    channel = SubElement(root, "channel")
    child(channel, "title", feed.title)
    child(channel, "link", feed.url)
    child(channel, "description", feed.description)
    child(channel, "language", feed.language)
    if feed.updated:
        child(channel, "lastBuildDate", format_datetime(feed.updated))
    SubElement(channel, "atom:link", rel="self", type=RSS.type, href=feed.own_url)
    for one in feed.items:
        _add(channel, one)
    return document(root)


def _add(channel: Element, item: Item) -> None:
    entry = SubElement(channel, "item")
    child(entry, "title", item.title)
    child(entry, "link", item.url)
    child(entry, "guid", item.key, isPermaLink="false")
    child(entry, "pubDate", format_datetime(item.published))
    for author in item.authors:
        child(entry, "dc:creator", author.name)
    for topic in item.topics:
        child(entry, "category", topic)
    child(entry, "description", item.summary)
    if item.html:
        child(entry, "content:encoded", item.html)
    if item.revised > item.published:
        child(entry, "atom:updated", item.revised.isoformat(timespec="seconds"))
    _picture(entry, item)


def _picture(entry: Element, item: Item) -> None:
    picture = item.picture
    if picture is None:
        return
    if picture.length:
        SubElement(
            entry, "enclosure", url=picture.url, length=str(picture.length), type=picture.type
        )
    media = SubElement(
        entry,
        "media:content",
        {
            "url": picture.url,
            "type": picture.type,
            "medium": "image",
            "width": str(picture.width),
            "height": str(picture.height),
        },
    )
    if picture.length:
        media.set("fileSize", str(picture.length))
    if picture.alt:
        child(media, "media:description", picture.alt, type="plain")
    if picture.credit:
        child(media, "media:credit", picture.credit)
