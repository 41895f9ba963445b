"""The story page: from the row on air to what its template prints."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from articles.legal.resolve import Resolution
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages import told
from articles.pages.addresses import author_path, letter_url, section_path, topic_path
from articles.pages.byline import BylinePart, linked
from articles.pages.card import is_breaking, label_of
from articles.pages.figure import figure_of, first_end
from articles.pages.frame import public_url, translation_links
from articles.pages.moments import in_digits, moment_of
from articles.pages.more import more_links
from articles.pages.notices import notices_at
from articles.pages.parts import components_of, parts_of
from articles.pages.reader import Reader, facets_of
from articles.pages.reading import ages_at, archive_note, reading_time
from articles.pages.shapes import Figure, Link
from articles.pages.spots import GALLERY, LEAD, PUBLISHER
from articles.pages.story_components import components_in
from articles.pages.story_head import Group, build_story_frame, path_of
from articles.pages.story_shapes import FigurePart, Publisher, Share, StoryPage
from articles.vocabularies import Effect, Placement


def resolve_story(group: Group, service: LanguageService, reader: Reader) -> Resolution:
    return reader.resolve(facets_of(group.row, service, reader.standing))


def build_story_page(
    group: Group, service: LanguageService, reader: Reader, resolution: Resolution
) -> StoryPage:
    row, document = group.row, group.document
    versions = _other_versions(group, service, reader)
    lead = figure_of(document["lead"], LEAD, reader.now)
    parts = parts_of(document, reader, group.related)
    gallery, publisher = _gallery(document, service, reader), _publisher(document, reader)
    figures = [
        lead,
        *(part.figure for part in parts if isinstance(part, FigurePart)),
        *gallery,
        publisher.figure if publisher else None,
    ]
    archived = archive_note(row.published_at, reader.now, service)
    components = components_in(document, figures, is_archive=bool(archived))
    components |= components_of(parts)
    return StoryPage(
        frame=build_story_frame(group, service, reader, resolution, versions, components),
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
        corrections=told.corrections(document["corrections"], service),
        changes=told.changes(document["corrections"], service),
        notices_share=notices_at(resolution, Placement.NEAR_SHARE, service),
        share=_share(row, service, reader, resolution),
        more=more_links(group.more, document, reader),
        reading_time=reading_time(document["words"], service),
        archive_note=archived,
        renew_at=ages_at(row.published_at, reader.now),
        until=first_end(figures),
    )


def _share(
    row: PublishedStory, service: LanguageService, reader: Reader, resolution: Resolution
) -> Share | None:
    if Effect.HIDE_SHARE in resolution.effects:
        return None
    url = public_url(service, reader, path_of(row, service))
    return Share(url, letter_url(row.headline, url))


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
