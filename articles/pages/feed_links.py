"""The feeds of a list: their names, formats and addresses."""

from __future__ import annotations

from dataclasses import dataclass

from articles.pages.reader import Reader
from articles.pages.shapes import FeedLink


@dataclass(frozen=True)
class Format:
    name: str
    file: str
    type: str
    title: str


RSS = Format("rss", "rss.xml", "application/rss+xml", "RSS")
ATOM = Format("atom", "atom.xml", "application/atom+xml", "Atom")
JSON = Format("json", "feed.json", "application/feed+json", "JSON Feed")
FORMATS = (RSS, ATOM, JSON)


def feed_links(title: str, path: str, reader: Reader) -> tuple[FeedLink, ...]:
    """For the head of the list at ``path``, which ends with a slash."""
    return tuple(
        FeedLink(one.type, f"{title} – {one.title}", reader.carry(path + one.file))
        for one in FORMATS
    )
