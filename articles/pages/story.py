"""The story page: from the row on air to what its template prints."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from articles.legal.resolve import Resolution
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import (
    author_path,
    section_path,
    share_url,
    topic_path,
)
from articles.pages.byline import BylinePart, linked
from articles.pages.card import first_turn, is_breaking, is_developing, label_of
from articles.pages.figure import figure_of, first_end
from articles.pages.frame import public_url, translation_links
from articles.pages.moments import in_digits, moment_of
from articles.pages.notices import notices_at
from articles.pages.reader import Reader, facets_of
from articles.pages.shapes import Figure, Link
from articles.pages.spots import GALLERY, INLINE, LEAD, PUBLISHER
from articles.pages.story_head import Group, build_story_frame, path_of
from articles.pages.story_shapes import Correction, FigurePart, HtmlPart, Publisher, StoryPage
from articles.vocabularies import CorrectionKind, Effect, Placement


def resolve_story(group: Group, service: LanguageService, reader: Reader) -> Resolution:
    return reader.resolve(facets_of(group.row, service, reader.standing))


def build_story_page(
    group: Group, service: LanguageService, reader: Reader, resolution: Resolution
) -> StoryPage:
    row, document = group.row, group.document
    versions = _other_versions(group, service, reader)
    lead, parts = figure_of(document["lead"], LEAD, reader.now), _parts(document, reader)
    gallery, publisher = _gallery(document, service, reader), _publisher(document, reader)
    return StoryPage(
        frame=build_story_frame(group, service, reader, resolution, versions),
        kicker=row.kicker,
        breaking=is_breaking(row, reader),
        label=label_of(row.story_type),
        headline=row.headline,
        standfirst=row.standfirst,
        published=moment_of(row.published_at, service),
        revised=moment_of(row.revised_at, service) if row.revised_at > row.published_at else None,
        dateline=document["dateline"],
        lead=lead,
        parts=parts,
        gallery=gallery,
        byline=_byline(document, service, reader),
        topics=_topics(document, service, reader),
        section=_section(row, service, reader),
        publisher=publisher,
        notices_top=notices_at(resolution, Placement.ARTICLE_TOP, service),
        notices_foot=notices_at(resolution, Placement.ARTICLE_FOOT, service),
        translations=translation_links(versions, reader),
        corrections=tuple(_correction(one, service) for one in document["corrections"]),
        notices_share=notices_at(resolution, Placement.NEAR_SHARE, service),
        share_url=""
        if Effect.HIDE_SHARE in resolution.effects
        else share_url(row.headline, public_url(service, reader, path_of(row, service))),
        developing=is_developing(row, reader),
        video_url=document.get("video", ""),
        renew_at=first_turn(row, reader),
        until=first_end(
            [
                lead,
                *(part.figure for part in parts if isinstance(part, FigurePart)),
                *gallery,
                publisher.figure if publisher else None,
            ]
        ),
    )


def _other_versions(
    group: Group, service: LanguageService, reader: Reader
) -> list[tuple[LanguageService, str]]:
    """Versions of other services that may be read here, in the order of the services."""
    rows = []
    for other in group.others:
        theirs = reader.standing.by_id[other.service_id]
        if theirs != service and reader.may_read(other):
            rows.append((theirs, path_of(other, theirs)))
    return sorted(rows, key=lambda row: row[0].position)


def _parts(document: dict[str, Any], reader: Reader) -> tuple[HtmlPart | FigurePart, ...]:
    parts: list[HtmlPart | FigurePart] = []
    for segment in document["segments"]:
        if segment["kind"] == "html":
            parts.append(HtmlPart(mark_safe(segment["html"])))  # noqa: S308  cleaned on the way in
        elif figure := figure_of(segment, INLINE, reader.now):
            parts.append(FigurePart(figure))
    return tuple(parts)


def _gallery(
    document: dict[str, Any], service: LanguageService, reader: Reader
) -> tuple[Figure, ...]:
    figures = (figure_of(photo, GALLERY, reader.now) for photo in document.get("gallery", ()))
    shown = [figure for figure in figures if figure]
    return tuple(
        replace(figure, number=in_digits(f"{number}/{len(shown)}", service))
        for number, figure in enumerate(shown, start=1)
    )


def _byline(
    document: dict[str, Any], service: LanguageService, reader: Reader
) -> tuple[BylinePart, ...]:
    return tuple(
        linked(
            document["bylines"],
            document["byline_override"],
            service.language,
            lambda slug: reader.carry(author_path(service.slug, slug)),
        )
    )


def _topics(document: dict[str, Any], service: LanguageService, reader: Reader) -> tuple[Link, ...]:
    return tuple(
        Link(topic["name"], reader.carry(topic_path(service.slug, topic["slug"])))
        for topic in document["topics"]
    )


def _section(row: PublishedStory, service: LanguageService, reader: Reader) -> Link | None:
    section = reader.standing.sections.get(row.section_id or 0)
    if section is None:
        return None
    return Link(section.name, reader.carry(section_path(service.slug, section.slug)))


def _publisher(document: dict[str, Any], reader: Reader) -> Publisher | None:
    publisher = document["publisher"]
    if not publisher or not publisher["description"]:
        return None
    picture = figure_of(publisher["picture"], PUBLISHER, reader.now)
    shown = picture if picture and picture.src else None
    return Publisher(publisher["name"], publisher["description"], shown)


def _correction(row: dict[str, Any], service: LanguageService) -> Correction:
    is_clarification = row["kind"] == CorrectionKind.CLARIFICATION
    when = parse_datetime(row["corrected_at"])
    if when is None:
        raise ValueError(f"A correction has no date: {row!r}")
    return Correction(
        gettext("Clarification") if is_clarification else gettext("Correction"),
        moment_of(when, service),
        row["text"],
    )
