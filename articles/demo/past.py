"""What the library changed after a story went on air: pages of the past show it as it was.

Ask *What did readers see?* of the photo essay, for yesterday and for now; or compare its versions.
"""

from __future__ import annotations

from django.contrib.auth.models import User

from articles.demo.photo_states import ESSAY
from articles.demo.stories import Desk
from articles.models import PhotoText
from articles.publishing.library_change import change_photo, photo_changed
from articles.vocabularies import PhotoRole

PHOTOGRAPHER = "Toma Reyl"


def mend_the_library(desk: Desk, staff: dict[str, User]) -> None:
    """A photographer is credited by name, and an alt text says what it had left out."""
    uses = desk.stories[ESSAY].story_photos.order_by("position")
    photo = uses.filter(role=PhotoRole.LEAD).first()
    if photo is None:
        return
    credit = f"{PHOTOGRAPHER} / {photo.photo.credit}"
    change_photo(photo.photo, {"credit": credit}, actor=staff["photo"], now=desk.ago(300))
    text = PhotoText.objects.get(photo=photo.photo, language="en")
    text.alt_text = f"{text.alt_text.rstrip('.')}; nobody is in the street."
    text.save()
    photo_changed(photo.photo, actor=staff["photo"], now=desk.ago(295), what=["texts"])
