"""What stands against publishing a story because of its photos; four queries for any number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import Photo, PhotoText, PublishedPhoto, Story, StoryPhoto
from articles.publishing.photo_document import text_in
from articles.publishing.refusals import Problem
from articles.publishing.rights import may_show, rights_problems
from articles.text import body
from articles.vocabularies import PhotoRole

FIELD = "story_photos"
# What cameras and programs call their files: no description of a picture.
FILE_NAME = re.compile(
    r"\S+\.(jpe?g|png|webp|avif|hei[cf]|tiff?|gif)|(img|dsc[fn]?|pxl|dji|image|photo|screenshot)"
    r"[-_ ]?[\d_-]+",
    re.IGNORECASE,
)


def photo_problems(story: Story, now: datetime) -> Iterator[Problem]:
    uses = {use.photo_id: use for use in story.story_photos.all()}
    wanted = set(uses) | set(body.photo_ids(story.body))
    photos = Photo.objects.prefetch_related("texts", "renditions", "leases").in_bulk(wanted)
    if not any(use.role == PhotoRole.LEAD for use in uses.values()):
        yield Problem("lead", FIELD, _("There is no lead photo."), blocks=False)
    for missing in sorted(wanted - set(photos)):
        yield Problem("photo_gone", "body", _("Photo %(id)s does not exist.") % {"id": missing})
    for photo in photos.values():
        yield from _photo(photo, uses.get(photo.pk), story, now)
    yield from _single_uses(photos, story)


def entry_photo_problems(photo: Photo, story: Story, now: datetime) -> Iterator[Problem]:
    """As for a story's photo, of the one that an entry of live coverage shows."""
    yield from _photo(photo, None, story, now)
    yield from _single_uses({photo.pk: photo}, story)


def _photo(photo: Photo, use: StoryPhoto | None, story: Story, now: datetime) -> Iterator[Problem]:
    if photo.newsroom_id not in (None, story.service.newsroom_id):
        # By its number: what it is called, and what stands against it, is not ours to tell.
        text = _("Photo %(id)s belongs to another newsroom.") % {"id": photo.pk}
        yield Problem("foreign_photo", FIELD, text)
        return
    yield from rights_problems(photo, story.service, now)
    if not may_show(photo, story.service, now):
        return  # nothing else about it can be mended
    yield from _alt(photo, text_in(photo, story.service.language), use)
    if not photo.renditions.all():
        text = _("“%(photo)s” is still being made.") % {"photo": photo.title}
        yield Problem("renditions", FIELD, text)


def _alt(photo: Photo, text: PhotoText, use: StoryPhoto | None) -> Iterator[Problem]:
    if photo.is_decorative:
        return
    name, alt = {"photo": photo.title}, text.alt_text.strip()
    captions = {text.caption.strip(), use.caption_override.strip() if use else ""}
    if not alt:
        yield Problem("alt", FIELD, _("“%(photo)s” has no alt text in this language.") % name)
    elif alt in captions:
        sentence = _("The alt text of “%(photo)s” only repeats its caption.") % name
        yield Problem("alt_is_caption", FIELD, sentence, blocks=False)
    elif FILE_NAME.fullmatch(alt):
        sentence = _("The alt text of “%(photo)s” is the name of a file.") % name
        yield Problem("alt_is_file_name", FIELD, sentence, blocks=False)


def _single_uses(photos: dict[int, Photo], story: Story) -> Iterator[Problem]:
    """One story's language versions are one use."""
    own = (None, story.service.newsroom_id)
    once = {
        key for key, photo in photos.items() if photo.is_single_use and photo.newsroom_id in own
    }
    if not once:
        return
    elsewhere = (
        PublishedPhoto.objects.filter(photo__in=once)
        .exclude(on_air__translation_key=story.translation_key)
        .select_related("on_air")
    )
    for row in elsewhere:
        text = _("“%(photo)s” may be used in one story only, and “%(story)s” has it on air.")
        said = {"photo": photos[row.photo_id].title, "story": row.on_air.headline}
        yield Problem("single_use", FIELD, text % said)
