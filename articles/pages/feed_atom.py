"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement

from articles.pages.feed import Feed, Item
from articles.pages.feed_links import ATOM as FORMAT
from articles.pages.xml import child, document

ATOM = "http://www.w3.org/2005/Atom"
# Of a feed that has no items yet: any moment, as long as it stays the same.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


def atom(feed: Feed) -> bytes:
    root = Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    child(root, "title", feed.title)
    child(root, "subtitle", feed.description)
    child(root, "id", feed.own_url)
    child(root, "updated", _moment(feed.updated or NEVER))
    SubElement(root, "link", rel="self", type=FORMAT.type, href=feed.own_url)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.url)
    child(SubElement(root, "author"), "name", feed.brand)
    for one in feed.items:
        _add(root, one)
    return document(root)


def _add(root: Element, item: Item) -> None:
    entry = SubElement(root, "entry")
    child(entry, "title", item.title)
    child(entry, "id", item.key)
    SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
    child(entry, "published", _moment(item.published))
    child(entry, "updated", _moment(item.revised))
    for author in item.authors:
        person = SubElement(entry, "author")
        child(person, "name", author.name)
        if author.url:
            child(person, "uri", author.url)
    for topic in item.topics:
        SubElement(entry, "category", term=topic)
    child(entry, "summary", item.summary, type="html")
    if item.html:
        child(entry, "content", item.html, type="html")
    if picture := item.picture:
        link = SubElement(entry, "link", rel="enclosure", type=picture.type, href=picture.url)
        if picture.length:
            link.set("length", str(picture.length))


def _moment(when: datetime) -> str:
    return when.isoformat(timespec="seconds")
