"""What stands on a photo's page beside its form."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from articles.admin.permissions import staff
from articles.admin.photo_access import told_place
from articles.admin.photo_boxes import RATIOS
from articles.admin.photo_demands import DEMANDED
from articles.admin.photo_files import status_of
from articles.admin.photo_list import cards_of
from articles.admin.photo_uses import history, uses
from articles.models import Photo
from articles.publishing.permissions import Deed, may, visible_photos
from articles.vocabularies import CropName


def page_context(request: HttpRequest, photo: Photo) -> dict[str, Any]:
    user = staff(request)
    deeds = {
        "kill": Deed.KILL_PHOTO, "original": Deed.DOWNLOAD_ORIGINAL, "unblur": Deed.UNBLUR_PHOTO,
    }  # fmt: skip
    return {
        "card": cards_of(visible_photos(user), [photo.pk], user)[photo.pk],
        "place_told": told_place(user, photo),
        "photo_may": {name: may(user, deed, photo) for name, deed in deeds.items()},
        "may_edit": may(user, Deed.EDIT_PHOTO, photo) and not photo.killed_at,
        "uses": uses(photo, user),
        "history": history(photo),
        "status": status_of(photo),
        "demanded": DEMANDED,
        "crops": _crops(),
        "now": timezone.now(),
    }


def _crops() -> list[dict[str, Any]]:
    """For the script that draws them."""
    return [
        {"name": name, "label": str(CropName(name).label), "ratio": ratio}
        for name, ratio in RATIOS.items()
    ]
