"""Stories on air from which a front is arranged: the newest, or what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db.models import Q
from django.http import HttpRequest, JsonResponse

from articles.admin.front_access import front_for
from articles.models import LanguageService, PublishedStory, Section
from articles.pages.addresses import media_url
from articles.publishing.clock import in_zone
from articles.text.characters import drop_forbidden
from articles.vocabularies import StoryType

OFFERED = 30
LONGEST_QUERY = 100


@dataclass(frozen=True)
class Offer:
    id: int
    headline: str
    about: str
    picture: str


def stories_view(request: HttpRequest, service_slug: str, place: str) -> JsonResponse:
    asked = front_for(request, service_slug, place)
    rows = newest(asked.service, asked.section, request.GET.get("q", ""))
    return JsonResponse({"stories": [asdict(offer) for offer in offers(rows, asked.service)]})


def newest(
    service: LanguageService, section: Section | None, query: str = ""
) -> Iterable[PublishedStory]:
    """By words in the headline, or by number; a section's own where nobody looks for anything."""
    rows = PublishedStory.objects.cards().filter(service=service).select_related("section")
    words = drop_forbidden(query[:LONGEST_QUERY]).split()
    for word in words:
        rows = rows.filter(Q(headline__icontains=word) | Q(pk=_number(word)))
    if section and not words:
        rows = rows.filter(section=section)
    return rows.newest_first()[:OFFERED]


def offers(rows: Iterable[PublishedStory], service: LanguageService) -> list[Offer]:
    return [offer_of(row, service) for row in rows]


def offer_of(row: PublishedStory, service: LanguageService) -> Offer:
    kind = "" if row.story_type == StoryType.REPORT else str(StoryType(row.story_type).label)
    when = in_zone(row.published_at, service.time_zone)
    section = row.section.name if row.section else ""
    about = " · ".join(filter(None, (kind, section, when)))
    return Offer(row.pk, row.headline, about, thumbnail(row.card.get("lead")))


def thumbnail(photo: dict | None) -> str:
    """The smallest JPEG of a photo in a document; empty for none."""
    if not photo:
        return ""
    files = photo.get("cards", {}).get("3x2", {}).get("jpeg") or photo["files"].get("jpeg", [])
    return media_url(files[0][2]) if files else ""


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdecimal() and len(word) < 18 else 0
