"""The picker: what the story form and the text's photo dialog ask while somebody looks."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, JsonResponse

from articles.admin.permissions import staff
from articles.admin.photo_access import offered_photos
from articles.admin.photo_list import Card, cards, cards_of, for_cards
from articles.admin.photo_search import search
from articles.admin.photo_states import narrowed
from articles.models import Photo, PhotoText
from articles.publishing.permissions import Deed, may, services_where

PICKER_SIZE = 24
FURTHEST_PAGE = 500


def picker_view(request: HttpRequest) -> JsonResponse:
    """A page of photos that match ``q`` and ``state``, or those with the numbers in ``ids``.

    With ``service``, caption and alt text in its language. ``more``: whether there is more.
    """
    user = staff(request)
    if not may(user, Deed.VIEW_STORY):
        raise Http404
    language = _language(request, user)
    photos = offered_photos(user)
    if ids := numbers(request.GET.get("ids", "")):
        found = list(cards_of(photos, ids[:PICKER_SIZE], user).values())
        return JsonResponse({"photos": as_rows(found, language), "more": False})
    start = (_page(request) - 1) * PICKER_SIZE
    rows = list(_wanted(photos, request, user)[start : start + PICKER_SIZE + 1])
    found = cards(rows[:PICKER_SIZE], user)
    return JsonResponse({"photos": as_rows(found, language), "more": len(rows) > PICKER_SIZE})


def _language(request: HttpRequest, user: User) -> str:
    asked = numbers(request.GET.get("service", ""))[:1]
    own = services_where(user, Deed.VIEW_STORY).filter(pk__in=asked)
    return next(iter(own.values_list("language", flat=True)), "")


def _wanted(photos: QuerySet[Photo], request: HttpRequest, user: User) -> QuerySet[Photo]:
    photos = search(photos, request.GET.get("q", ""), user)
    return for_cards(narrowed(photos, request.GET.get("state", ""), user))


def numbers(text: str) -> list[int]:
    """Photos' numbers between commas; anything else is passed over."""
    parts = [part.strip() for part in text.split(",")]
    return [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 18]


def _page(request: HttpRequest) -> int:
    return min(max(*numbers(request.GET.get("page", "1")), 1, 1), FURTHEST_PAGE)


def as_rows(found: list[Card], language: str = "") -> list[dict[str, Any]]:
    """Cards as JSON; the words in ``language`` fill a story's fields."""
    texts = _texts([card.id for card in found], language)
    return [_row(card, texts.get(card.id)) for card in found]


def _texts(ids: list[int], language: str) -> dict[int, PhotoText]:
    rows = PhotoText.objects.filter(photo__in=ids, language=language) if language else []
    return {row.photo_id: row for row in rows}


def _row(card: Card, text: PhotoText | None) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "url": card.url,
        "thumbnail": card.thumbnail,
        "srcset": card.srcset,
        "caption": text.caption if text else card.caption,
        "caption_here": text.caption if text else "",
        "alt": text.alt_text if text else "",
        "credit": card.credit,
        "rights_basis": card.rights_basis,
        "place": card.place,
        "marks": [words for _colour, words in card.marks],
        "may_edit": card.may_edit,
    }
