"""Search in the library: every word must be found somewhere: words, credit, place, date, use."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.admin.photo_access import editable
from articles.models import LanguageService, Photo, PhotoText, PublishedPhoto, StoryPhoto
from articles.publishing.permissions import visible_stories

OWN_WORDS = ("title", "credit", "creator", "source", "copyright_notice")
MOST_WORDS = 8
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def search(photos: QuerySet[Photo], text: str, user: User) -> QuerySet[Photo]:
    """No joins: a photo is found once, however many of its words match."""
    for word in text.split()[:MOST_WORDS]:
        photos = photos.filter(_has(word[:100], user))
    return photos


def _has(word: str, user: User) -> Q:
    found = _any(OWN_WORDS, word)
    found |= Q(Exists(PhotoText.objects.filter(_any(("caption", "alt_text"), word), _THIS)))
    # A hidden place must not be found out by trying names.
    found |= _any(("place",), word) & (Q(people_at_risk=False) | editable(user))
    found |= _used_where(word, user)
    if span := _span(word):
        found |= Q(taken_at__range=span) | Q(created_at__range=span)
    if word.isascii() and word.isdigit() and len(word) < 18:
        found |= Q(pk=int(word))
    return found


_THIS = Q(photo=OuterRef("pk"))


def _used_where(word: str, user: User) -> Q:
    """In a story of this headline: a draft's only for those who see it."""
    drafts = StoryPhoto.objects.filter(
        _any(("story__headline",), word), _THIS, story__in=visible_stories(user)
    )
    on_air = PublishedPhoto.objects.filter(_any(("on_air__headline",), word), _THIS)
    services = LanguageService.objects.filter(_any(("name", "brand"), word))
    by_service = StoryPhoto.objects.filter(_THIS, story__service__in=services)
    return Q(Exists(drafts)) | Q(Exists(on_air)) | Q(Exists(by_service))


def _any(fields: tuple[str, ...], word: str) -> Q:
    """SQLite folds the case of ASCII alone: other scripts are tried in the usual cases."""
    cases = {word} if word.isascii() else {word, word.lower(), word.capitalize(), word.upper()}
    found = Q()
    for field in fields:
        for case in cases:
            found |= Q(**{f"{field}__icontains": case})
    return found


def _span(word: str) -> tuple[datetime, datetime] | None:
    """A year, month or day as its first and last moment, UTC; None when it is no date."""
    match = DATE.fullmatch(word)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        start = datetime(year, month or 1, day or 1, tzinfo=UTC)
        return start, _end(start, month, day)
    except ValueError:
        return None


def _end(start: datetime, month: int, day: int) -> datetime:
    if day:
        return start.replace(hour=23, minute=59, second=59, microsecond=999_999)
    if month and month < 12:
        return start.replace(month=month + 1)
    return start.replace(year=start.year + 1, month=1)
