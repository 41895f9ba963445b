"""New photos without a script: several files in one form; and what the upload panel shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.photo_access import service_asked
from articles.admin.photo_demands import DEMANDED
from articles.admin.photo_taking import taken_in
from articles.admin.site import desk
from articles.imaging.refused import RefusedImage
from articles.models import LanguageService, Photo
from articles.publishing.permissions import Deed, may, services_where
from articles.publishing.photo_usage import rights_ending_soon
from articles.publishing.refusals import VerbRefused

MOST_FILES = 20


@dataclass(frozen=True)
class Outcome:
    """What became of one file: a photo, or a sentence that says why not."""

    name: str
    photo: Photo | None = None
    is_new: bool = False
    refusal: str = ""


def panel_context(request: HttpRequest) -> dict[str, Any]:
    user = staff(request)
    may_add = may(user, Deed.ADD_PHOTO)
    ending = rights_ending_soon(user, timezone.now())
    return {
        "may_add": may_add,
        "ending": len({row.photo_id for row in ending}),
        "services": list(services_where(user, Deed.ADD_PHOTO)) if may_add else [],
        "demanded": DEMANDED,
    }


def new_photos_view(request: HttpRequest) -> HttpResponse:
    """GET shows the panel; POST takes in all files that can be, and tells of each of the others."""
    outcomes = _take_all(request) if request.method == "POST" else []
    made = [outcome.photo for outcome in outcomes if outcome.photo and outcome.is_new]
    if made and len(made) == len(outcomes):
        return HttpResponseRedirect(words_address([photo.pk for photo in made]))
    context = (
        desk.each_context(request)
        | panel_context(request)
        | {
            "title": _("New photos"),
            "opts": Photo._meta,
            "outcomes": outcomes,
            "words_address": words_address([photo.pk for photo in made]) if made else "",
            "is_empty": request.method == "POST" and not outcomes,
        }
    )
    status = 422 if request.method == "POST" else 200
    return TemplateResponse(request, "admin/articles/photo/new.html", context, status=status)


def words_address(ids: list[int]) -> str:
    return reverse("admin:articles_photo_words") + "?ids=" + ",".join(map(str, ids))


def _take_all(request: HttpRequest) -> list[Outcome]:
    service = _service(request)
    return [
        _take(request, upload, service) for upload in request.FILES.getlist("file")[:MOST_FILES]
    ]


def _take(request: HttpRequest, upload: UploadedFile, service: LanguageService | None) -> Outcome:
    name = upload.name or ""
    try:
        photo, is_new = taken_in(
            upload, actor=staff(request), now=timezone.now(), service=service,
            is_shared=bool(request.POST.get("shared")),
        )  # fmt: skip
    except (RefusedImage, VerbRefused) as error:
        return Outcome(name, refusal=str(error))
    return Outcome(name, photo, is_new)


def _service(request: HttpRequest) -> LanguageService | None:
    own = services_where(staff(request), Deed.ADD_PHOTO)
    return service_asked(own, request.POST.get("service", "")) or own.first()
