"""Taking in one photo per request, answered in JSON: a refusal stands beside its file."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from articles.admin.permissions import staff
from articles.admin.photo_access import service_asked
from articles.admin.photo_list import cards_of
from articles.admin.photo_picker import as_rows
from articles.admin.photo_taking import taken_in
from articles.imaging import kinds
from articles.imaging.intake import MAX_BYTES
from articles.imaging.refused import RefusedImage
from articles.models import LanguageService, Photo
from articles.publishing.permissions import Deed, may, services_where, visible_photos
from articles.publishing.refusals import VerbRefused

# What a multipart body holds besides the file.
ENVELOPE = 64 * 1024


class Told(Exception):
    """An answer that is not the photo; the sentence is for the editor."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        self.status, self.sentence = status, sentence
        super().__init__(sentence)


@csrf_exempt  # asked for below, once the body's length is known to be bearable
def upload_view(request: HttpRequest) -> JsonResponse:
    """POST ``file``; ``service`` gives language and newsroom, ``shared`` opens it to all.

    201 with the photo; 401 logged out, 403 not allowed, 409 a duplicate (with the photo that is
    there), 413 too big, 415 not a photo, 422 a photo that cannot be taken in.
    """
    try:
        if request.method != "POST":
            raise Told(HTTPStatus.METHOD_NOT_ALLOWED, _("Photos are sent with POST."))
        _check_length(request)
        return _take(request)
    except Told as told:
        return JsonResponse({"sentence": told.sentence}, status=told.status)


@csrf_protect
def _take(request: HttpRequest) -> JsonResponse:
    service = _service(request)
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile):
        raise Told(HTTPStatus.BAD_REQUEST, _("There was no file in what was sent."))
    try:
        photo, is_new = taken_in(
            upload, actor=staff(request), now=timezone.now(), service=service,
            is_shared=bool(request.POST.get("shared")),
        )  # fmt: skip
    except RefusedImage as error:
        raise Told(_refusal_status(upload), str(error)) from error
    except VerbRefused as error:  # killed once: it does not come back
        raise Told(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    answer = _described(request, photo, service.language if service else "")
    if is_new:
        return JsonResponse(answer, status=HTTPStatus.CREATED)
    said = _("This photo is in the library already.")
    return JsonResponse({"sentence": said, "photo": answer}, status=HTTPStatus.CONFLICT)


def _check_length(request: HttpRequest) -> None:
    """Before a byte of the body is read."""
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    if length > MAX_BYTES + ENVELOPE:
        size, most = length / 2**20, MAX_BYTES // 2**20
        said = _("The file has %(size).1f MB; %(most)s MB is the most.")
        raise Told(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, said % {"size": size, "most": most})


def _service(request: HttpRequest) -> LanguageService | None:
    """For which service the photo comes in; None when none is named."""
    if not (request.user.is_authenticated and request.user.is_active and request.user.is_staff):
        said = _("You are logged out. Log in in another tab, then try again: the file is kept.")
        raise Told(HTTPStatus.UNAUTHORIZED, said)
    if not may(staff(request), Deed.ADD_PHOTO):
        raise Told(HTTPStatus.FORBIDDEN, _("You may not add photos."))
    asked = request.POST.get("service", "")
    if not asked:
        return None
    own = services_where(staff(request), Deed.ADD_PHOTO)
    service = service_asked(own, asked)
    if service is None:
        raise Told(HTTPStatus.FORBIDDEN, _("You may not add photos for this service."))
    return service


def _refusal_status(upload: UploadedFile) -> HTTPStatus:
    if (upload.size or 0) > MAX_BYTES:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    upload.seek(0)
    if kinds.is_photo(upload.read(kinds.HEAD)):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.UNSUPPORTED_MEDIA_TYPE


def _described(request: HttpRequest, photo: Photo, language: str) -> dict[str, Any]:
    user = staff(request)
    card = cards_of(visible_photos(user), [photo.pk], user)[photo.pk]
    return as_rows([card], language)[0]
