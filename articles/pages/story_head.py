"""What the head of a story page says to machines: descriptions, other versions, structured data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from articles.caching import tags
from articles.legal.resolve import Resolution
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import front_path, section_path, story_path
from articles.pages.frame import build_frame, public_url
from articles.pages.reader import Reader
from articles.pages.shapes import Frame, LanguageLink
from articles.pages.share import share_card, shared
from articles.pages.structured import Crumb, news_article
from articles.text.excerpt import excerpt
from articles.text.pointers import stories_pointed_at
from articles.vocabularies import Effect


@dataclass(frozen=True)
class Group:
    """A story on air: document, other language versions, what it points at, what is near it."""

    row: PublishedStory
    document: dict[str, Any]
    others: tuple[PublishedStory, ...]
    more: tuple[PublishedStory, ...] = ()
    related: Mapping[int, PublishedStory] = field(default_factory=dict)

    @property
    def tags(self) -> list[str]:
        """Under which whatever is made of it is kept.

        Another story's changes reach the page that points at it: it may come, go or be renamed.
        """
        shown = (self.row.pk, *self.points_at)
        return [*map(tags.story, shown), tags.translations(self.row.translation_key)]

    @property
    def points_at(self) -> list[int]:
        return stories_pointed_at(self.document.get("segments", ()))


def path_of(row: PublishedStory, service: LanguageService) -> str:
    return story_path(service.slug, row.slug, row.pk)


def build_story_frame(
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
    versions: list[tuple[LanguageService, str]],
    components: frozenset[str] = frozenset(),
    kind: str = "story",
) -> Frame:
    row, document = group.row, group.document
    path = path_of(row, service)
    url = public_url(service, reader, path)
    description = row.standfirst or excerpt(_first_words(document), max_chars=200)
    og = {
        "og:type": "article",
        "og:description": description,
        "article:published_time": row.published_at.isoformat(timespec="seconds"),
        "article:modified_time": row.revised_at.isoformat(timespec="seconds"),
    }
    picture = shared(document["lead"], reader.now, reader.origin)
    card = share_card(row, document["lead"], reader.now, reader.origin) or picture
    return build_frame(
        service,
        reader,
        About(
            kind=kind,
            own_story=row.pk,
            title=f"{row.headline} – {service.brand}",
            path=path,
            description=description,
            section=reader.standing.sections.get(row.section_id or 0),
            alternates=_alternates([(service, path), *versions], reader) if versions else (),
            og=og | {"og:title": row.headline} | (card.og() if card else {}),
            jsonld=news_article(
                row, document, service, url=url, picture=picture, way=way_to(row, service, reader)
            ),
            resolution=resolution,
            components=components,
            js=Effect.HIDE_SHARE not in resolution.effects,
        ),
    )


def way_to(row: PublishedStory, service: LanguageService, reader: Reader) -> list[Crumb]:
    """To a story: the front, and its section."""
    way = [Crumb(service.brand, public_url(service, reader, front_path(service.slug)))]
    if section := reader.standing.sections.get(row.section_id or 0):
        path = section_path(service.slug, section.slug)
        way.append(Crumb(section.name, public_url(service, reader, path)))
    return way


def _alternates(
    versions: list[tuple[LanguageService, str]], reader: Reader
) -> tuple[LanguageLink, ...]:
    """This page and its other versions; readers of any other language get the first service's."""
    links = [
        LanguageLink(one.autonym, public_url(one, reader, path), one.language, one.direction)
        for one, path in versions
    ]
    order = [(service.position, service.slug) for service, _path in versions]
    return (*links, replace(links[order.index(min(order))], language="x-default"))


def _first_words(document: dict[str, Any]) -> str:
    html = (part["html"] for part in document["segments"] if part["kind"] == "html")
    return next(html, "")
