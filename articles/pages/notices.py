"""From the law's resolution to notices as pages show them."""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import mark_safe

from articles.legal.resolve import Resolution, Shown
from articles.legal.rules import Rule
from articles.models.service import LanguageService
from articles.pages.shapes import Link, Notice
from articles.text.body import plain_text
from articles.text.direction import first_strong_direction

MOST = 1_000  # notices, in all their languages


def notices_at(
    resolution: Resolution, placement: str, service: LanguageService
) -> tuple[Notice, ...]:
    return tuple(notice_of(shown, service, placement) for shown in resolution.at(placement))


def notice_of(shown: Shown, service: LanguageService, placement: str) -> Notice:
    """In the service's language, else its fallbacks', else the default text."""
    rule = shown.rule
    text = rule.text_in((service.language, *service.fallback_languages))
    return Notice(
        slug=rule.slug,
        kind=rule.kind,
        title=text.title,
        body=mark_safe(text.body),  # noqa: S308  cleaned on the way in, approved by two
        link=Link(text.link_text or text.link_url, text.link_url) if text.link_url else None,
        language=text.language,
        direction=_direction(text.title, text.body),
        scale=scale_of(rule),
        verbatim=rule.verbatim,
        prominent=shown.is_prominent,
        heading_id=_heading_id(rule.version_id, placement),
    )


def scale_of(rule: Rule) -> str:
    """As a class is named: ``"2"``, ``"1-5"``."""
    return rule.min_scale.removesuffix(".0").replace(".", "-")


@lru_cache(maxsize=MOST)
def _direction(title: str, body: str) -> str:
    return first_strong_direction(title + plain_text(body)) or "ltr"


def _heading_id(version_id: int, placement: str) -> str:
    """Without our words: reader modes throw out what calls itself a banner, a foot or a share."""
    return f"law-{version_id}-{''.join(word[0] for word in placement.split('_'))}"
