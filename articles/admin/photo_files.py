"""A photo's files at the desk: private view, logged download, how far the public ones are."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    JsonResponse,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.photo_access import photo_for
from articles.imaging.crops import box_of
from articles.imaging.desk_view import desk_view
from articles.imaging.library import look_of
from articles.imaging.plan import ALL, sizes
from articles.imaging.refused import RefusedImage
from articles.models import Photo
from articles.publishing.download_original import download_original
from articles.publishing.permissions import Deed, may
from articles.publishing.refusals import VerbRefused

# No cache on the way, nor the browser's, keeps what was never meant to leave the desk.
PRIVATE = "private, no-store"


def desk_view_view(request: HttpRequest, photo_id: int) -> HttpResponse:
    """The picture whole, made for this request alone; unblurred for whoever may unblur it."""
    photo = photo_for(request, photo_id, Deed.EDIT_PHOTO)
    is_bare = may(staff(request), Deed.UNBLUR_PHOTO, photo)
    try:
        with photo.original.open("rb") as original:
            body = desk_view(original.read(), () if is_bare else look_of(photo).blurred)
    except (OSError, RefusedImage) as error:
        raise Http404 from error
    return HttpResponse(body, content_type="image/jpeg", headers={"Cache-Control": PRIVATE})


def original_view(request: HttpRequest, photo_id: int) -> HttpResponse:
    """POST only: a download is a deed, and stands in the log."""
    photo = photo_for(request, photo_id, Deed.DOWNLOAD_ORIGINAL)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        original = download_original(photo, actor=staff(request), now=timezone.now())
    except VerbRefused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:articles_photo_change", args=[photo.pk]))
    return HttpResponse(
        original.data,
        content_type="application/octet-stream",
        headers={
            "Cache-Control": PRIVATE,
            "Content-Disposition": f'attachment; filename="{original.name}"',
        },
    )


def status_view(request: HttpRequest, photo_id: int) -> JsonResponse:
    """How many of the public files are made; POST asks for them anew after a failure."""
    photo = photo_for(request, photo_id, Deed.EDIT_PHOTO)
    if request.method == "POST" and not photo.killed_at:
        now = timezone.now()
        Photo.objects.filter(pk=photo.pk).update(renditions_due_at=now, renditions_error="")
        photo.renditions_due_at, photo.renditions_error = now, ""
    return JsonResponse(status_of(photo), status=HTTPStatus.OK)


def status_of(photo: Photo) -> dict[str, object]:
    made = photo.renditions.count()
    is_due = photo.renditions_due_at is not None
    planned = max(files_planned(photo), made) if is_due else made
    said = _("%(made)s of %(planned)s files made") % {"made": made, "planned": planned}
    return {
        "made": made, "planned": planned, "is_due": is_due,
        "error": photo.renditions_error, "sentence": said,
    }  # fmt: skip


def files_planned(photo: Photo) -> int:
    """How many public files the photo gets, with its crops as they are."""
    look, count = look_of(photo), 0
    for piece in ALL:
        _left, _top, width, height = box_of(piece.crop, look, photo.width, photo.height)
        pixels = (max(1, round(width * photo.width)), max(1, round(height * photo.height)))
        count += len(sizes(piece, *pixels)) * len(piece.formats)
    return count
