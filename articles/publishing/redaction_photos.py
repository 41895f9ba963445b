"""Photos whose own words a redaction cuts: public files carry them, and rights ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from articles.models import Photo, Story
from articles.publishing.photo_files import drop_files
from articles.publishing.redaction_places import PHOTO, photos_of
from articles.publishing.redaction_rewrite import Cut
from articles.publishing.rights import rights_problems

# Besides the alt texts.
IN_FILES = ("creator", "credit", "copyright_notice", "usage_terms")


def told_in_files(story: Story, cut: Cut) -> list[Photo]:
    """Those whose public files say what is to leave."""
    photos = Photo.objects.prefetch_related("texts").filter(pk__in=photos_of(story))
    return [photo for photo in photos.order_by("pk") if _is_told(photo, cut)]


def _is_told(photo: Photo, cut: Cut) -> bool:
    said = [getattr(photo, field) for field in IN_FILES]
    said += [text.alt_text for text in photo.texts.all()]
    return any(cut.words(one) != one for one in said)


def renew_files(photos: list[Photo], *, now: datetime) -> list[str]:
    """New ones are due; returns the names of the old, which nobody may see any more.

    The caller holds the locks, and the words were cut: until the worker has made files of them,
    pages show the words alone.
    """
    names = [name for photo in photos for name in drop_files(photo)]
    keys = [photo.pk for photo in photos]
    living = Photo.objects.filter(pk__in=keys, killed_at=None)
    living.update(renditions_due_at=now, renditions_error="")
    return names


def broken_demands(story: Story, cut: Cut, at: datetime) -> Iterator[str]:
    """What the rights of a photo ask for and will not have any more."""
    photos = Photo.objects.prefetch_related("leases").filter(pk__in=photos_of(story))
    for photo in photos.order_by("pk"):
        before = {one.code for one in rights_problems(photo, story.service, at)}
        for field in PHOTO:
            # Its title stays, so that whoever reads this knows which one it is.
            if field != "title":
                setattr(photo, field, cut.words(getattr(photo, field)))
        for problem in rights_problems(photo, story.service, at):
            if problem.code not in before:
                yield problem.message
