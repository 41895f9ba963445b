"""A feed as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from articles.pages.feed import Feed, Item
from articles.pages.structured import escaped

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    said = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": feed.own_url,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.brand}],
        "_newsroom": {"dir": feed.direction},
        "items": [_item(one, feed) for one in feed.items],
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return escaped(text).encode()


def _item(item: Item, feed: Feed) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": item.key,
        "url": item.url,
        "title": item.title,
        "content_html": item.html or item.summary,
        "date_published": item.published.isoformat(timespec="seconds"),
        "date_modified": item.revised.isoformat(timespec="seconds"),
        "language": feed.language,
    }
    if item.authors:
        authors = ({"name": one.name, "url": one.url} for one in item.authors)
        said["authors"] = [{key: text for key, text in one.items() if text} for one in authors]
    if item.topics:
        said["tags"] = list(item.topics)
    if item.corrections:
        said["_newsroom"] = {"corrections": list(item.corrections)}
    if picture := item.picture:
        size = {"size_in_bytes": picture.length} if picture.length else {}
        said["image"] = picture.url
        said["attachments"] = [{"url": picture.url, "mime_type": picture.type} | size]
    return said
