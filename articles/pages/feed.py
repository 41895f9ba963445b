"""A feed of a list, before it takes one of its formats (feed_rss.py, feed_atom.py, feed_json.py).

A feed is a page like any other: what is withheld here is not in it. But its items travel on, to
readers whose place nobody knows: each carries all warnings, in their conditional wording.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import author_path
from articles.pages.feed_content import content_of, summary_of
from articles.pages.figure import until_of
from articles.pages.frame import public_url
from articles.pages.reader import Reader
from articles.pages.share import shared
from articles.pages.story_head import path_of
from articles.pages.structured import WRITERS
from articles.pages.told import is_correction
from articles.text.characters import drop_forbidden

# Ours alone: an item keeps its name when addresses, slugs or domains change.
NAMESPACE = uuid.UUID("5b1f4c1e-3f0a-5d7e-9a1b-6c5e8d2f7a40")


@dataclass(frozen=True)
class Author:
    name: str
    url: str


@dataclass(frozen=True)
class Picture:
    """``length`` is 0 where the size of the file is not known."""

    url: str
    type: str
    length: int
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True)
class Item:
    """``html`` is the full text, or empty where the service gives summaries only."""

    key: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    revised: datetime
    authors: tuple[Author, ...]
    topics: tuple[str, ...]
    picture: Picture | None
    corrections: tuple[str, ...]


@dataclass(frozen=True)
class Feed:
    title: str
    description: str
    brand: str
    url: str
    own_url: str
    language: str
    direction: str
    updated: datetime | None
    items: tuple[Item, ...]
    until: datetime | None


@dataclass(frozen=True)
class Channel:
    """What the list is called, and where it stands as a page and as this feed."""

    title: str
    description: str
    path: str
    own_path: str


def build_feed(
    service: LanguageService,
    channel: Channel,
    rows: Sequence[PublishedStory],
    sizes: Mapping[str, int],
    reader: Reader,
) -> Feed:
    """``sizes``: bytes by the names of public files."""
    return Feed(
        title=drop_forbidden(channel.title),
        description=drop_forbidden(channel.description or service.tagline or channel.title),
        brand=service.brand,
        url=public_url(service, reader, channel.path),
        own_url=public_url(service, reader, channel.own_path),
        language=service.language,
        direction=service.direction,
        updated=max((row.revised_at for row in rows), default=None),
        items=tuple(_item(row, service, sizes, reader) for row in rows),
        until=min(filter(None, map(_until, rows)), default=None),
    )


def picture_names(rows: Iterable[PublishedStory], reader: Reader) -> set[str]:
    """The files whose sizes a feed of these stories tells."""
    found = (shared(row.document["lead"], reader.now, "") for row in rows)
    return {one.name for one in found if one}


def _item(
    row: PublishedStory, service: LanguageService, sizes: Mapping[str, int], reader: Reader
) -> Item:
    url, document = public_url(service, reader, path_of(row, service)), row.document
    return Item(
        key=uuid.uuid5(NAMESPACE, f"{row.published_at.isoformat()} {row.pk}").urn,
        url=url,
        title=drop_forbidden(row.headline),
        summary=drop_forbidden(summary_of(row, service, reader, url)),
        html=drop_forbidden(content_of(row, service, reader, url)),
        published=row.published_at,
        revised=row.revised_at,
        authors=_authors(row, service, reader),
        topics=tuple(drop_forbidden(topic["name"]) for topic in document["topics"]),
        picture=_picture(row, sizes, public_url(service, reader, "/"), reader.now),
        corrections=tuple(
            drop_forbidden(one["text"]) for one in document["corrections"] if is_correction(one)
        ),
    )


def _authors(row: PublishedStory, service: LanguageService, reader: Reader) -> tuple[Author, ...]:
    credits = [one for one in row.document["bylines"] if one["role"] in WRITERS]
    return tuple(
        Author(
            drop_forbidden(one["name"]),
            public_url(service, reader, author_path(service.slug, one["slug"]))
            if one["slug"]
            else "",
        )
        for one in credits
    )


def _picture(
    row: PublishedStory, sizes: Mapping[str, int], origin: str, now: datetime
) -> Picture | None:
    lead = row.document["lead"]
    found = shared(lead, now, origin)
    if found is None:
        return None
    credit, alt = drop_forbidden(lead["credit"]), drop_forbidden(found.alt)
    length = sizes.get(found.name, 0)
    return Picture(found.url, "image/jpeg", length, found.width, found.height, alt, credit)


def _until(row: PublishedStory) -> datetime | None:
    """When the first of its pictures has to leave."""
    document = row.document
    photos = [part for part in document["segments"] if part["kind"] == "photo"]
    photos += filter(None, (document["lead"], *document.get("gallery", ())))
    return min(filter(None, map(until_of, photos)), default=None)
