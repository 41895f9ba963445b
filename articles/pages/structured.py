"""Structured data for machines: schema.org as JSON-LD, safe inside a script element."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.share import Shared
from articles.pages.told import is_correction
from articles.vocabularies import CreditRole

# A browser ends a script element at "</", and older ones a string at these separators.
ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
WRITERS = {CreditRole.AUTHOR.value, CreditRole.REPORTER.value}


@dataclass(frozen=True)
class Crumb:
    """Without ``url`` it is the page itself."""

    name: str
    url: str = ""


def as_script(data: dict[str, Any]) -> SafeString:
    said = {"@context": "https://schema.org"} | data
    return mark_safe(escaped(_encode(said)))  # noqa: S308  nothing can close the element


def escaped(json_text: str) -> str:
    for letter, escape in ESCAPES.items():
        json_text = json_text.replace(letter, escape)
    return json_text


def news_article(
    row: PublishedStory,
    document: dict[str, Any],
    service: LanguageService,
    *,
    url: str,
    picture: Shared | None,
    way: Sequence[Crumb] = (),
) -> SafeString:
    return as_script(article_data(row, document, service, url=url, picture=picture, way=way))


def article_data(
    row: PublishedStory,
    document: dict[str, Any],
    service: LanguageService,
    *,
    url: str,
    picture: Shared | None,
    way: Sequence[Crumb] = (),
) -> dict[str, Any]:
    """``way`` leads to the story: its service, its section."""
    data: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": row.headline,
        "url": url,
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": url,
            "breadcrumb": breadcrumbs([*way, Crumb(row.headline)]),
        },
        "inLanguage": service.language,
        "datePublished": row.published_at.isoformat(timespec="seconds"),
        "dateModified": row.revised_at.isoformat(timespec="seconds"),
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": (document["publisher"] or {}).get("name") or service.brand,
        },
        "wordCount": document["words"],
    }
    if row.standfirst:
        data["description"] = row.standfirst
    if picture and picture.images:
        data["image"] = list(picture.images)
    if authors := _authors(document):
        data["author"] = authors
    if topics := document["topics"]:
        data["keywords"] = [topic["name"] for topic in topics]
    if corrections := [row["text"] for row in document["corrections"] if is_correction(row)]:
        data["correction"] = corrections
    return data


def website(service: LanguageService, url: str) -> SafeString:
    return as_script(
        {
            "@type": "WebSite",
            "name": service.brand,
            "url": url,
            "inLanguage": service.language,
            "publisher": {"@type": "NewsMediaOrganization", "name": service.brand},
        }
    )


def collection(
    service: LanguageService,
    crumbs: Sequence[Crumb],
    description: str = "",
    about: Mapping[str, str] | None = None,
) -> SafeString:
    """A list of stories, whose own name and address are the last of ``crumbs``."""
    here = crumbs[-1]
    page: dict[str, Any] = {
        "@type": "CollectionPage",
        "name": here.name,
        "url": here.url,
        "inLanguage": service.language,
        "isPartOf": {"@type": "WebSite", "name": service.brand, "url": crumbs[0].url},
        "publisher": {"@type": "NewsMediaOrganization", "name": service.brand},
    }
    if description:
        page["description"] = description
    if about:
        page["about"] = dict(about)
    if len(crumbs) > 1:
        page["breadcrumb"] = breadcrumbs(crumbs)
    return as_script(page)


def breadcrumbs(crumbs: Sequence[Crumb]) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": one.name}
            | ({"item": one.url} if one.url else {})
            for number, one in enumerate(crumbs, start=1)
        ],
    }


def _authors(document: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"@type": "Person" if credit["kind"] == "person" else "Organization"}
        | {"name": credit["name"]}
        for credit in document["bylines"]
        if credit["role"] in WRITERS
    ]
