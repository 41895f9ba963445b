"""The alt text of a photo where it stands in a story's text: what is wrong with it, and a new one.

It belongs to the library, in the story's language, so that every place that shows the photo has it.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.photo_access import offered_photos, service_asked
from articles.admin.photo_fields import SAID
from articles.admin.story_photo_words import write_alt
from articles.models import LanguageService, Photo
from articles.publishing.permissions import Deed, may, services_where
from articles.publishing.photo_document import text_in
from articles.publishing.refusals import VerbRefused, WrongState
from articles.text.alt_text import alt_fault
from articles.text.sanitise import clean_line

LONGEST = 1000


def alt_view(request: HttpRequest, photo_id: int) -> JsonResponse:
    """GET tells, POST writes. ``service``: whose language; ``caption``: what stands below it here;
    ``seen``: the alt text that was shown to who writes another."""
    user = staff(request)
    said = request.POST if request.method == "POST" else request.GET
    own = services_where(user, Deed.WRITE_STORY)
    service = service_asked(own, said.get("service", ""))
    photo = get_object_or_404(offered_photos(user).prefetch_related("texts"), pk=photo_id)
    if service is None:
        raise Http404
    caption = clean_line(said.get("caption", ""))[:LONGEST]
    if request.method != "POST":
        return _told(request, photo, service, caption)
    alt, seen = clean_line(said.get("alt", "")), clean_line(said.get("seen", ""))
    if refusal := _wrong(photo, service, alt, seen):
        return _refused(*refusal)
    try:
        write_alt(photo, service.language, alt, user)
    except WrongState as error:
        return _refused(str(error), HTTPStatus.CONFLICT)
    except VerbRefused as error:
        return _refused(str(error), HTTPStatus.FORBIDDEN)
    fresh = Photo.objects.prefetch_related("texts").get(pk=photo.pk)
    return _told(request, fresh, service, caption)


def _wrong(
    photo: Photo, service: LanguageService, alt: str, seen: str
) -> tuple[str, HTTPStatus] | None:
    if photo.is_decorative:
        return _how_it_is(photo), HTTPStatus.UNPROCESSABLE_ENTITY
    if not alt:
        return _("Say what the picture shows."), HTTPStatus.UNPROCESSABLE_ENTITY
    if len(alt) > LONGEST:
        said = _("An alt text has at most %(most)s characters; this one has %(count)s.")
        words = said % {"most": LONGEST, "count": len(alt)}
        return words, HTTPStatus.UNPROCESSABLE_ENTITY
    now = text_in(photo, service.language).alt_text
    if now not in (seen, alt):
        said = _("Somebody has written another meanwhile: “%(alt)s”.") % {"alt": now}
        return said, HTTPStatus.CONFLICT
    return None


def _refused(sentence: str, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"sentence": sentence}, status=status)


def _told(
    request: HttpRequest, photo: Photo, service: LanguageService, caption: str
) -> JsonResponse:
    """``fault`` is empty when nothing is wrong; ``sentence`` says what is, or how it is."""
    user, text = staff(request), text_in(photo, service.language)
    fault = None if photo.is_decorative else alt_fault(
        text.alt_text, [text.caption, caption], photo.title
    )  # fmt: skip
    may_write = may(user, Deed.SUPPLY_WORDS, photo) and (
        not text.alt_text or may(user, Deed.EDIT_PHOTO, photo)
    )
    answer: dict[str, Any] = {
        "id": photo.pk,
        "title": photo.title,
        "alt": text.alt_text,
        "caption": text.caption,
        "fault": str(fault or ""),
        "sentence": str(SAID[fault]) if fault else _how_it_is(photo),
        "is_decorative": photo.is_decorative,
        "may_write": may_write and not photo.is_decorative,
        "language": service.language,
        "direction": service.direction,
        "label": _("Alt text (%(language)s), for every story that shows this photo")
        % {"language": service.autonym or service.name},
    }
    response = JsonResponse(answer)
    response["Cache-Control"] = "private, no-store"
    return response


def _how_it_is(photo: Photo) -> str:
    if photo.is_decorative:
        return _("Decorative: it says nothing that the text does not say, and needs no alt text.")
    return ""
