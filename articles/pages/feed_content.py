"""What a feed's item says, as HTML that stands alone: warnings, text, pictures, corrections."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.legal.pushed import resolve_pushed
from articles.legal.rules import Rule
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.feed_parts import body_of
from articles.pages.reader import Reader, facets_of
from articles.pages.story_shapes import Correction
from articles.pages.told import corrections
from articles.text.body import plain_text
from articles.text.direction import first_strong_direction
from articles.text.excerpt import excerpt
from articles.vocabularies import FeedText, Placement

SUMMARY = 300
_ADDRESS = re.compile(r'\b(href|src|cite)="([^"]*)"')


def summary_of(row: PublishedStory, service: LanguageService, reader: Reader, url: str) -> str:
    """Standfirst or first words, with all that must stand beside them."""
    words = format_html("<p>{}</p>", lead_words(row)) if lead_words(row) else SafeString()
    return _whole(row, service, reader, url, words)


def content_of(row: PublishedStory, service: LanguageService, reader: Reader, url: str) -> str:
    """The whole story; empty where the service gives summaries only."""
    if service.feed_text != FeedText.FULL:
        return ""
    parts = [format_html("<p><em>{}</em></p>", row.standfirst)] if row.standfirst else []
    parts += filter(None, body_of(row.document, reader))
    return _whole(row, service, reader, url, mark_safe("\n".join(parts)))  # noqa: S308  of safe parts


def lead_words(row: PublishedStory) -> str:
    if row.standfirst:
        return row.standfirst
    segments = row.document["segments"]
    first = next((part["html"] for part in segments if part["kind"] == "html"), "")
    return excerpt(plain_text(first).replace("\n", " "), max_chars=SUMMARY)


def warnings_of(row: PublishedStory, service: LanguageService, reader: Reader) -> tuple[Rule, ...]:
    """Every warning, whatever its region; and what the law of this place puts under feeds."""
    facets = facets_of(row, service, reader.standing)
    warnings = resolve_pushed(facets, reader.law.rules, reader.now).warnings
    at_foot = reader.resolve(facets).at(Placement.FEED_FOOTER)
    known = {rule.version_id for rule in warnings}
    return (*warnings, *(one.rule for one in at_foot if one.rule.version_id not in known))


def _whole(
    row: PublishedStory, service: LanguageService, reader: Reader, url: str, words: SafeString
) -> str:
    rules = warnings_of(row, service, reader)
    on_top = [rule for rule in rules if Placement.ARTICLE_TOP in rule.placements]
    below = [rule for rule in rules if rule not in on_top]
    parts = [
        *(_warning(rule, service) for rule in on_top),
        words,
        *map(_correction, corrections(row.document["corrections"], service)),
        *(_warning(rule, service) for rule in below),
    ]
    inner = mark_safe("\n".join(filter(None, parts)))  # noqa: S308  made of safe parts
    whole = format_html(
        '<div lang="{}" dir="{}">{}</div>', service.language, service.direction, inner
    )
    return _absolute(whole, url)


def _warning(rule: Rule, service: LanguageService) -> SafeString:
    text = rule.text_in((service.language, *service.fallback_languages))
    title = format_html("<p><strong>{}</strong></p>", text.title) if text.title else ""
    link = ""
    if text.link_url:
        link = format_html(
            '<p><a href="{}">{}</a></p>', text.link_url, text.link_text or text.link_url
        )
    direction = first_strong_direction(text.title + plain_text(text.body)) or "ltr"
    body = mark_safe(text.body)  # noqa: S308  cleaned on the way in, approved by two
    return format_html(
        '<div lang="{}" dir="{}">{}{}{}</div>', text.language, direction, title, body, link
    )


def _correction(one: Correction) -> SafeString:
    return format_html(
        "<p><strong>{}</strong> ({}): {}</p>", one.kind_label, one.moment.text, one.text
    )


def _absolute(text: str, url: str) -> str:
    """No address of a feed is relative: a reader elsewhere would not know to what."""

    def whole(found: re.Match[str]) -> str:
        address = urljoin(url, html.unescape(found[2]))
        return f'{found[1]}="{html.escape(address)}"'

    return _ADDRESS.sub(whole, text)
