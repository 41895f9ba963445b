"""Photos in every state that a desk meets, on stories where it matters."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User

from articles.demo.stories import Desk
from articles.models import Photo, PhotoText
from articles.publishing.end_rights import end_rights
from articles.publishing.kill_photo import kill_photo
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.vocabularies import PhotoRole

ENDED = "kiosk-rain"
ESSAY = ("en", "windows-after-dark")


def make_photo_states(desk: Desk, staff: dict[str, User]) -> None:
    end_rights(desk.photos[ENDED], now=desk.ago(60))
    _kill_in_a_gallery(desk, staff)


def twin_of(photo: Photo, **fields: Any) -> Photo:
    """A second entry of the library with the same picture, as if somebody else had sent it."""
    twin = Photo.objects.get(pk=photo.pk)
    twin.pk = None
    twin._state.adding = True
    for name, value in fields.items():
        setattr(twin, name, value)
    twin.save()
    for rendition in photo.renditions.all():
        rendition.pk, rendition.photo = None, twin
        rendition._state.adding = True
        rendition.save()
    return twin


def _kill_in_a_gallery(desk: Desk, staff: dict[str, User]) -> None:
    """The essay was on air with one picture more; nothing of it is left there."""
    twin = twin_of(desk.photos["school-hill"], title="A school on a hill, sent by a visitor")
    PhotoText.objects.create(photo=twin, language="en", alt_text="A school on a green hill.")
    story = desk.stories[ESSAY]
    story.refresh_from_db()
    story.story_photos.create(
        photo=twin, role=PhotoRole.GALLERY, caption_override="The school at noon.", position=90
    )
    save(story, actor=staff["reporter"], now=desk.ago(1500))
    publish(story, actor=staff["editor"], now=desk.ago(1490), reason="One more picture")
    reason = "The visitor who sent it did not take it"
    kill_photo(twin, actor=staff["chief"], now=desk.ago(1200), reason=reason)
