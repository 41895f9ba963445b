"""From a version's content to what the reader's page needs: the published document.

Everything that a page shows is resolved here, once, in the story's language: names under the
contributor's byline policy, captions, alt texts, renditions. The shape is described in
docs/published-document.md and read back by pages.document.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from articles.models import Contributor, LanguageService, Topic
from articles.publishing.credits import Credit, public_credit
from articles.publishing.keep_words import words_of
from articles.publishing.photo_document import Document, Photos, photos_of
from articles.publishing.portraits import faces, portraits_of
from articles.publishing.snapshot import Content
from articles.text import body
from articles.text.headings import levelled
from articles.vocabularies import PhotoRole

__all__ = [
    "Document",
    "Page",
    "build_card",
    "build_credits",
    "build_document",
    "build_page",
    "publisher_of",
]


@dataclass(frozen=True)
class Page:
    """``photos``: those that belong to it, each with the moment at which rights change what is
    seen of it (null: none). ``words``: what of it comes from the library, to be kept. ``authors``:
    whose own pages list it, so nobody who is protected."""

    document: Document
    card: Document
    photos: Mapping[int, datetime | None]
    words: Document = field(default_factory=dict)
    authors: Collection[int] = ()


def build_page(content: Content, service: LanguageService, *, at: datetime) -> Page:
    """All that readers get of ``content``, as rights allow it at that moment."""
    publisher = publisher_of(content, service)
    portrait = publisher.portrait_id if publisher else None
    people = people_in(content)
    portraits = portraits_of(people.values(), service)
    photos = photos_of(content, service, at, [*filter(None, [portrait]), *portraits.values()])
    credits = credited(content, people, service)
    bylines = [credit.as_dict() for _person, credit in credits]
    document = build_document(content, service, photos, publisher, bylines)
    card = build_card(content, document, photos)
    if found := faces(portraits, photos.described, photos.cards):
        card["portraits"] = found
    words = words_of(document, photos.described, credits)
    authors = {person for person, credit in credits if credit.slug}
    return Page(document, card, photos.changes, words, authors)


def build_document(
    content: Content,
    service: LanguageService,
    photos: Photos,
    publisher: Contributor | None,
    bylines: list[Document],
) -> Document:
    video = {"video": content["video_url"]} if content.get("video_url") else {}
    return video | {
        "segments": _levelled(_segments(content, photos.described)),
        "lead": next(iter(_in_role(content, photos, PhotoRole.LEAD)), None),
        "gallery": _in_role(content, photos, PhotoRole.GALLERY),
        "bylines": bylines,
        "byline_override": content["byline_override"],
        "dateline": content["dateline"],
        "topics": _topics(content, service.language),
        "countries": content["countries"],
        "publisher": _described(publisher, service, photos) if publisher else None,
        "corrections": content["corrections"],
        "words": body.word_count(content["body"]),
    }


def build_card(content: Content, document: Document, photos: Photos) -> Document:
    """What a list shows beside headline and standfirst; a photo that may not be seen is no card."""
    topics = [topic["slug"] for topic in document["topics"]]
    lead = document["lead"]
    if lead is not None:
        lead = lead | {"cards": photos.cards[lead["photo"]]} if "gone" not in lead else None
    card = {"lead": lead, "dateline": content["dateline"], "topics": topics}
    if content.get("developing_until"):
        card["developing_until"] = content["developing_until"]
    return card


def build_credits(content: Content, service: LanguageService) -> list[Credit]:
    return [credit for _person, credit in credited(content, people_in(content), service)]


def people_in(content: Content) -> dict[int, Contributor]:
    ids = [row["contributor_id"] for row in content["bylines"]]
    return Contributor.objects.select_related("portrait").prefetch_related("names").in_bulk(ids)


def credited(
    content: Content, people: Mapping[int, Contributor], service: LanguageService
) -> list[tuple[int, Credit]]:
    """Each public credit with the id of whom it stands for."""
    found = ((people[row["contributor_id"]], row["role"]) for row in content["bylines"])
    credits = ((one.pk, public_credit(one, role, service)) for one, role in found)
    return [(person, credit) for person, credit in credits if credit]


def _in_role(content: Content, photos: Photos, role: PhotoRole) -> list[Document]:
    """In the story's order; without those that were killed."""
    ids = [use["photo_id"] for use in content["photos"] if use["role"] == role]
    return [photos.described[key] for key in ids if key in photos.described]


def _segments(content: Content, photos: Mapping[int, Document]) -> list[Document]:
    found = (_segment(segment, photos) for segment in body.split(content["body"]))
    return [segment for segment in found if segment]


def _segment(segment: body.Segment, photos: Mapping[int, Document]) -> Document | None:
    match segment:
        case body.PhotoSegment(photo_id, caption):
            photo = photos.get(photo_id)
            return {"kind": "photo"} | photo | _caption(caption) if photo else None
        case body.QuoteSegment(html, source):
            return {"kind": "quote", "html": html, "source": source}
        case body.EmbedSegment(url, provider, title):
            return {"kind": "embed", "url": url, "provider": provider, "title": title}
        case body.RelatedSegment(story_id):
            return {"kind": "related", "story": story_id}
        case body.FactSegment(title, html):
            return {"kind": "fact", "title": title, "html": html}
        case body.HtmlSegment(html):
            return {"kind": "html", "html": html}


def _levelled(segments: list[Document]) -> list[Document]:
    """With headings in their order of rank, across all that has words."""
    words = levelled(segment.get("html", "") for segment in segments)
    return [
        segment | {"html": html} if html else segment
        for segment, html in zip(segments, words, strict=True)
    ]


def _caption(override: str) -> Document:
    """Captions are plain words everywhere; the editor's figure may hold some markup."""
    return {"caption": body.plain_text(override)} if override else {}


def _topics(content: Content, language: str) -> list[Document]:
    topics = Topic.objects.prefetch_related("names").filter(pk__in=content["topics"])
    return [{"slug": topic.slug, "name": topic.name_in(language)} for topic in topics]


def publisher_of(content: Content, service: LanguageService) -> Contributor | None:
    publisher_id = content["publisher_id"] or service.publisher_id
    if not publisher_id:
        return None
    return Contributor.objects.prefetch_related("names").get(pk=publisher_id)


def _described(publisher: Contributor, service: LanguageService, photos: Photos) -> Document:
    name = next((row for row in publisher.names.all() if row.language == service.language), None)
    picture = photos.described.get(publisher.portrait_id or 0)
    return {
        "name": name.name if name else publisher.name,
        "description": name.biography if name else "",
        # A logo has no caption to leave behind.
        "picture": picture if picture and "gone" not in picture else None,
    }
