"""Killing a photo everywhere: a page of its own that lists where it will be gone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.photo_access import photo_for
from articles.admin.photo_uses import uses
from articles.admin.verbs import Confirmation, confirm
from articles.publishing.kill_photo import kill_photo
from articles.publishing.permissions import Deed


def kill_view(request: HttpRequest, photo_id: int) -> HttpResponse:
    photo = photo_for(request, photo_id, Deed.KILL_PHOTO)
    ask = Confirmation(
        title=_("Kill everywhere"),
        question=_(
            "The photo leaves every page at once and without a trace, its public files are "
            "removed, and nobody can use it again. This is final."
        ),
        button=_("Kill everywhere"),
        back=reverse("admin:articles_photo_change", args=[photo.pk]),
        done=_("“%(title)s” was killed everywhere.") % {"title": photo.title},
        needs_reason=True,
        danger=True,
    )
    now = timezone.now()
    return confirm(
        request,
        ask,
        lambda reason: kill_photo(photo, actor=staff(request), now=now, reason=reason),
        photo,
        template="admin/articles/photo/kill.html",
        uses=uses(photo, staff(request)),
    )
