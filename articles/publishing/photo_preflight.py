"""What stands against publishing a story because of its photos; four queries for any number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import Photo, PhotoText, PublishedPhoto, Story
from articles.publishing.photo_document import text_in
from articles.publishing.refusals import Problem
from articles.publishing.rights import may_show, rights_problems
from articles.text import body
from articles.text.alt_text import AltFault, alt_fault
from articles.vocabularies import PhotoRole

FIELD = "story_photos"


def photo_problems(story: Story, now: datetime) -> Iterator[Problem]:
    uses = {use.photo_id: use for use in story.story_photos.all()}
    in_text = _captions_in(story.body)
    wanted = set(uses) | set(in_text)
    photos = Photo.objects.prefetch_related("texts", "renditions", "leases").in_bulk(wanted)
    if not any(use.role == PhotoRole.LEAD for use in uses.values()):
        yield Problem("lead", FIELD, _("There is no lead photo."), blocks=False)
    for missing in sorted(wanted - set(photos)):
        told = _("Photo %(id)s does not exist.") % {"id": missing}
        yield Problem("photo_gone", "body", told, photo=missing)
    for photo in photos.values():
        use = uses.get(photo.pk)
        captions = [use.caption_override if use else "", *in_text.get(photo.pk, ())]
        for problem in _photo(photo, captions, story, now):
            yield _in_text(problem, photo) if photo.pk in in_text else problem
    yield from _single_uses(photos, story)


def _captions_in(text: str) -> dict[int, list[str]]:
    """Of each photo in the text: what stands below it there, in other words than the library's."""
    found: dict[int, list[str]] = {}
    for part in body.split(text):
        if isinstance(part, body.PhotoSegment):
            found.setdefault(part.photo_id, []).append(body.plain_text(part.caption))
    return found


def _in_text(problem: Problem, photo: Photo) -> Problem:
    """Mended where the photo stands."""
    return replace(problem, field="body", photo=photo.pk)


def entry_photo_problems(photo: Photo, story: Story, now: datetime) -> Iterator[Problem]:
    """As for a story's photo, of the one that an entry of live coverage shows."""
    yield from _photo(photo, (), story, now)
    yield from _single_uses({photo.pk: photo}, story)


def _photo(photo: Photo, captions: Iterable[str], story: Story, now: datetime) -> Iterator[Problem]:
    if photo.newsroom_id not in (None, story.service.newsroom_id):
        # By its number: what it is called, and what stands against it, is not ours to tell.
        text = _("Photo %(id)s belongs to another newsroom.") % {"id": photo.pk}
        yield Problem("foreign_photo", FIELD, text)
        return
    yield from rights_problems(photo, story.service, now)
    if not may_show(photo, story.service, now):
        return  # nothing else about it can be mended
    yield from _alt(photo, text_in(photo, story.service.language), captions)
    if not photo.renditions.all():
        text = _("“%(photo)s” is still being made.") % {"photo": photo.title}
        yield Problem("renditions", FIELD, text)


def _alt(photo: Photo, text: PhotoText, captions: Iterable[str]) -> Iterator[Problem]:
    if photo.is_decorative:
        return
    name = {"photo": photo.title}
    match alt_fault(text.alt_text, [text.caption, *captions], photo.title):
        case AltFault.MISSING:
            yield Problem("alt", FIELD, _("“%(photo)s” has no alt text in this language.") % name)
        case AltFault.IS_CAPTION:
            sentence = _("The alt text of “%(photo)s” only repeats its caption.") % name
            yield Problem("alt_is_caption", FIELD, sentence, blocks=False)
        case AltFault.IS_FILE_NAME:
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
