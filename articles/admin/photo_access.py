"""Which photos somebody may see or change at the desk, and what of them is told."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from articles.admin.permissions import staff
from articles.models import LanguageService, Photo
from articles.publishing.permissions import Deed, may, services_where, visible_photos

LONGEST_NUMBER = 18  # what a database takes for a row's number


def editable(user: User) -> Q:
    """As ``may(user, Deed.EDIT_PHOTO, photo)`` answers, for a whole list of visible photos."""
    own = Q(uploaded_by=user)
    if not may(user, Deed.EDIT_PHOTO):
        return own
    newsrooms = services_where(user, Deed.EDIT_PHOTO).values("newsroom")
    return own | Q(newsroom=None) | Q(newsroom__in=newsrooms)


def offered_photos(user: User) -> QuerySet[Photo]:
    """What a picker may offer: killed photos are nobody's to use."""
    return visible_photos(user).filter(killed_at=None)


def photo_for(request: HttpRequest, photo_id: int, deed: Deed) -> Photo:
    """404 for what the user may not see, or may not do this with: not even that it exists."""
    photo: Photo = get_object_or_404(visible_photos(staff(request)), pk=photo_id)
    if not may(staff(request), deed, photo):
        raise Http404
    return photo


def service_asked(own: QuerySet[LanguageService], asked: str) -> LanguageService | None:
    """The service of that number, however the number is written or long; None for all others."""
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_NUMBER
    return own.filter(pk=int(asked)).first() if is_number else None


def told_place(user: User, photo: Photo) -> str:
    """Where people are at risk, only who may change the photo learns the place."""
    if photo.people_at_risk and not may(user, Deed.EDIT_PHOTO, photo):
        return ""
    return photo.place
