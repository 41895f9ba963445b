"""Head, masthead and foot of every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from django.conf import settings
from django.utils.http import escape_leading_slashes
from django.utils.translation import gettext

from articles.legal.facets import Facets
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.pages.about import NOTHING, About
from articles.pages.addresses import (
    EDITION,
    TEXT,
    front_path,
    search_path,
    section_path,
    site_url,
    without_prefix,
)
from articles.pages.around import footer, masthead
from articles.pages.moments import year_of
from articles.pages.notices import notices_at
from articles.pages.page_sheet import sheet_of
from articles.pages.reader import Reader
from articles.pages.shapes import Frame, LanguageLink, Link
from articles.pages.strip import raised_strip
from articles.pages.where import where_of
from articles.vocabularies import Effect, Placement

READER_JS = "articles/front/reader.js"
LIVE_JS = "articles/front/live.js"

# Where the demonstration's visitors may pretend to be, with the names to translate.
DEMO_PLACES = {
    "RU": "Russia",
    "UA-43": "Crimea",
    "KZ": "Kazakhstan",
    "DE": "Germany",
    "GB": "Britain",
    "unknown": "an unknown place",
}


def build_frame(service: LanguageService, reader: Reader, about: About) -> Frame:
    resolution = about.resolution or reader.resolve(Facets(service.slug, service.language))
    is_demo = settings.DEMO
    is_preview = reader.previewed is not None
    noindex = is_demo or is_preview or about.noindex or Effect.NOINDEX in resolution.effects
    canonical = public_url(service, reader, about.path) if about.canonical else ""
    is_text = reader.is_text
    strip = None if about.among_services else raised_strip(service, reader, about.own_story)
    strip = strip or about.strip
    styles = sheet_of(about, service, reader, resolution, strip)
    frame = Frame(
        service="" if about.among_services else service.slug,
        language=service.language,
        direction=service.direction,
        script=service.script,
        brand=service.brand,
        tagline=service.tagline,
        home_url=reader.carry(front_path(service.slug)),
        sections=_sections(service, reader, about.section),
        services=_services(service, reader),
        strip=strip,
        banners=notices_at(resolution, Placement.SITE_BANNER, service),
        demo_places=_demo_places(reader, about.path) if is_demo else (),
        is_demo=is_demo,
        title=about.title,
        description=about.description or (service.tagline if canonical else ""),
        canonical=canonical,
        alternates=() if is_text else about.alternates,
        og=_og(service, about, canonical) if canonical and not is_text else (),
        jsonld=NOTHING if is_text else about.jsonld,
        robots="noindex" if noindex else "",
        css=styles.text,
        csp_hash=styles.csp_hash,
        publisher_name=service.brand,
        year=year_of(reader.now, service),
        footer_note=_demo_note() if is_demo else "",
        where=where_of(service, reader, _way_back(service, about), about.asked),
        exit_url=service.exit_url,
        is_text=is_text,
        js=(READER_JS,) if (about.js and not is_text) or service.exit_url else (),
        contact_url="" if Effect.HIDE_CONTACT in resolution.effects else service.contact_url,
        donate_url="" if Effect.HIDE_DONATE in resolution.effects else service.donate_url,
        search_url=reader.carry(search_path(service.slug)),
        feeds=about.feeds,
        may_be_stored=Effect.NO_STORE not in resolution.effects and not is_preview,
    )
    return with_around(frame, reader)


def _og(service: LanguageService, about: About, url: str) -> tuple[tuple[str, str], ...]:
    usual = {"og:site_name": service.brand, "og:title": about.title, "og:url": url}
    return tuple((usual | about.og).items())


def _way_back(service: LanguageService, about: About) -> str:
    """Pages that only say what happened are no place to return to; nor may they repeat a slug."""
    return escape_leading_slashes(about.path) if about.canonical else front_path(service.slug)


def with_around(frame: Frame, reader: Reader) -> Frame:
    """The frame with its masthead and foot rendered."""
    return replace(
        frame,
        masthead=masthead(frame, reader),
        footer=footer(frame, reader),
    )


def public_url(service: LanguageService, reader: Reader, path: str) -> str:
    """For machines: on the service's own host, without what a reader's own links carry."""
    known = without_prefix(path, service.slug) if service.domain else path
    return (site_url(service) or reader.origin) + known


def _sections(
    service: LanguageService, reader: Reader, current: Section | None
) -> tuple[Link, ...]:
    return tuple(
        Link(one.name, reader.carry(section_path(service.slug, one.slug)), one == current)
        for one in reader.standing.sections_of(service)
    )


def _services(service: LanguageService, reader: Reader) -> tuple[LanguageLink, ...]:
    return tuple(
        LanguageLink(
            one.autonym,
            reader.carry(front_path(one.slug)),
            one.language,
            one.direction,
            one == service,
        )
        for one in reader.standing.services.values()
    )


def _demo_places(reader: Reader, path: str) -> tuple[Link, ...]:
    # What was asked for may be anything: it must not end the path early or name another host.
    asked, current = escape_leading_slashes(quote(path)), reader.demo_place or "unknown"
    more = f"&{EDITION}={TEXT}" if reader.is_text else ""
    return tuple(
        Link(gettext(name), f"{asked}?demo_place={code}{more}", code == current)
        for code, name in DEMO_PLACES.items()
    )


def _demo_note() -> str:
    return gettext(
        "Demonstration: a fictional newsroom. Its people, stories and pictures are invented."
    )


def translation_links(
    rows: Sequence[tuple[LanguageService, str]], reader: Reader
) -> tuple[LanguageLink, ...]:
    """Links to other language versions; ``rows`` are services with public paths."""
    return tuple(
        LanguageLink(service.autonym, reader.carry(path), service.language, service.direction)
        for service, path in rows
    )
