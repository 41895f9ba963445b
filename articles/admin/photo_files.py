"""A photo's files at the desk: private view, logged download, how far the public ones are."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import PurePath

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.photo_access import photo_for
from articles.admin.photo_pending import download_original, files_planned
from articles.imaging.desk_view import desk_view
from articles.imaging.intake import RefusedImage
from articles.models import Photo
from articles.publishing.permissions import Deed

# No cache on the way, nor the browser's, keeps what was never meant to leave the desk.
PRIVATE = "private, no-store"


def desk_view_view(request: HttpRequest, photo_id: int) -> HttpResponse:
    """The picture whole and unblurred, made for this request alone."""
    photo = photo_for(request, photo_id, Deed.EDIT_PHOTO)
    try:
        with photo.original.open("rb") as original:
            body = desk_view(original.read())
    except (OSError, RefusedImage) as error:
        raise Http404 from error
    return HttpResponse(body, content_type="image/jpeg", headers={"Cache-Control": PRIVATE})


def original_view(request: HttpRequest, photo_id: int) -> HttpResponse:
    """POST only: a download is a deed, and stands in the log."""
    photo = photo_for(request, photo_id, Deed.DOWNLOAD_ORIGINAL)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    body = download_original(photo, actor=staff(request), now=timezone.now())
    name = f"photo-{photo.pk}{PurePath(str(photo.original)).suffix}"
    return HttpResponse(
        body,
        content_type="application/octet-stream",
        headers={
            "Cache-Control": PRIVATE,
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )


def status_view(request: HttpRequest, photo_id: int) -> JsonResponse:
    """How many of the public files are made; POST asks for them anew after a failure."""
    photo = photo_for(request, photo_id, Deed.EDIT_PHOTO)
    if request.method == "POST":
        now = timezone.now()
        Photo.objects.filter(pk=photo.pk).update(renditions_due_at=now, renditions_error="")
        photo.renditions_due_at, photo.renditions_error = now, ""
    return JsonResponse(status_of(photo), status=HTTPStatus.OK)


def status_of(photo: Photo) -> dict[str, object]:
    made = photo.renditions.count()
    is_due = photo.renditions_due_at is not None
    planned = max(files_planned(photo.width, photo.height), made) if is_due else made
    said = _("%(made)s of %(planned)s files made") % {"made": made, "planned": planned}
    return {
        "made": made, "planned": planned, "is_due": is_due,
        "error": photo.renditions_error, "sentence": said,
    }  # fmt: skip
