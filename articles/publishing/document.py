"""From a version's content to what the reader's page needs: the published document.

Everything that a page shows is resolved here, once, in the story's language: names under the
contributor's byline policy, captions, alt texts, renditions. The shape is described in
docs/published-document.md and read back by pages.document.
"""

from __future__ import annotations

from typing import Any

from articles.models import Contributor, LanguageService, Photo, PhotoText, Rendition, Topic
from articles.publishing.credits import Credit, public_credit
from articles.publishing.snapshot import Content
from articles.text import body
from articles.vocabularies import PhotoRole

Document = dict[str, Any]


def build_document(content: Content, service: LanguageService) -> Document:
    photos = _photos(content, service.language)
    lead = next((use for use in content["photos"] if use["role"] == PhotoRole.LEAD), None)
    return {
        "segments": _segments(content, photos),
        "lead": photos.get(lead["photo_id"]) if lead else None,
        "bylines": [credit.as_dict() for credit in build_credits(content, service)],
        "byline_override": content["byline_override"],
        "dateline": content["dateline"],
        "topics": _topics(content, service.language),
        "countries": content["countries"],
        "publisher": _publisher(content, service),
        "corrections": content["corrections"],
        "words": body.word_count(content["body"]),
    }


def build_card(content: Content, document: Document) -> Document:
    """What a list shows beside headline and standfirst."""
    topics = [topic["slug"] for topic in document["topics"]]
    return {"lead": document["lead"], "dateline": content["dateline"], "topics": topics}


def build_credits(content: Content, service: LanguageService) -> list[Credit]:
    rows = content["bylines"]
    people = Contributor.objects.prefetch_related("names").in_bulk(
        [row["contributor_id"] for row in rows]
    )
    credits = (public_credit(people[row["contributor_id"]], row["role"], service) for row in rows)
    return [credit for credit in credits if credit]


def _segments(content: Content, photos: dict[int, Document]) -> list[Document]:
    segments: list[Document] = []
    for segment in body.split(content["body"]):
        if isinstance(segment, body.HtmlSegment):
            segments.append({"kind": "html", "html": segment.html})
        elif segment.photo_id in photos:
            photo = photos[segment.photo_id]
            segments.append({"kind": "photo"} | photo | _caption(segment.caption))
    return segments


def _caption(override: str) -> Document:
    """Captions are plain words everywhere; the editor's figure may hold some markup."""
    return {"caption": body.plain_text(override)} if override else {}


def _photos(content: Content, language: str) -> dict[int, Document]:
    overrides = {use["photo_id"]: use["caption_override"] for use in content["photos"]}
    ids = set(overrides) | set(body.photo_ids(content["body"]))
    found = Photo.objects.prefetch_related("texts", "renditions").filter(pk__in=ids)
    return {
        photo.pk: describe_photo(photo, language, overrides.get(photo.pk, "")) for photo in found
    }


def describe_photo(photo: Photo, language: str, caption: str = "") -> Document:
    """One photo as the page needs it; ``files`` is ``{format: [[width, height, name], …]}``."""
    text = text_in(photo, language)
    return {
        "photo": photo.pk,
        "caption": caption or text.caption,
        "alt": text.alt_text,
        "credit": photo.credit,
        "width": photo.width,
        "height": photo.height,
        "focal": [photo.focal_x, photo.focal_y],
        "colour": photo.dominant_colour,
        "files": _files(list(photo.renditions.all())),
    }


def text_in(photo: Photo, language: str) -> PhotoText:
    """The photo's words in ``language``; empty ones when nobody has written them yet."""
    texts = {text.language: text for text in photo.texts.all()}
    return texts.get(language) or PhotoText(photo=photo, language=language)


def _files(renditions: list[Rendition]) -> dict[str, list[list[Any]]]:
    files: dict[str, list[list[Any]]] = {}
    for row in sorted(renditions, key=lambda row: row.width):
        files.setdefault(row.format, []).append([row.width, row.height, row.file.name])
    return files


def _topics(content: Content, language: str) -> list[Document]:
    topics = Topic.objects.prefetch_related("names").filter(pk__in=content["topics"])
    return [{"slug": topic.slug, "name": topic.name_in(language)} for topic in topics]


def _publisher(content: Content, service: LanguageService) -> Document | None:
    publisher_id = content["publisher_id"] or service.publisher_id
    if not publisher_id:
        return None
    publisher = Contributor.objects.prefetch_related("names").get(pk=publisher_id)
    name = next((row for row in publisher.names.all() if row.language == service.language), None)
    portrait = publisher.portrait
    return {
        "name": name.name if name else publisher.name,
        "description": name.biography if name else "",
        "picture": describe_photo(portrait, service.language) if portrait else None,
    }
