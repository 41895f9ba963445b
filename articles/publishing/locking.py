"""Two people at the same story or photo: one after the other.

Stories are locked first, then photos, each in the order of their ids: nobody waits in a circle.
PostgreSQL locks rows; SQLite's transaction is IMMEDIATE and already has the write lock.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.models import Contributor, Photo, PublishedStory, Story
from articles.publishing.refusals import WrongState
from articles.vocabularies import PubStatus

ATTEMPTS = 5


def lock_story(story: Story) -> Story:
    """The fresh, locked row; call inside ``atomic``."""
    return (
        Story.objects.select_for_update(of=("self",))
        .select_related("service__newsroom", "section")
        .get(pk=story.pk)
    )


def lock_photos(ids: Iterable[int], publisher_id: int | None = None) -> None:
    """Nobody kills, protects or renews these photos, nor the publisher's picture, meanwhile."""
    portrait = Contributor.objects.filter(pk=publisher_id or 0).values("portrait")
    wanted = Q(pk__in=list(ids)) | Q(pk__in=portrait)
    rows = Photo.objects.select_for_update(no_key=True).filter(wanted).order_by("pk")
    list(rows.values_list("pk"))


def lock_photo(photo: Photo) -> tuple[Photo, list[PublishedStory]]:
    """The fresh photo and all that is on air with it, locked; call inside ``atomic``.

    Raises WrongState in the odd case that stories with it go on air faster than we look.
    """
    for _attempt in range(ATTEMPTS):
        mark = transaction.savepoint()
        known = _keys_on_air_with(photo)
        list(Story.objects.select_for_update(of=("self",)).filter(pk__in=known).order_by("pk"))
        fresh = Photo.objects.select_for_update(of=("self",), no_key=True).get(pk=photo.pk)
        if _keys_on_air_with(photo) == known:
            transaction.savepoint_commit(mark)
            return fresh, list(on_air_with(photo).order_by("pk"))
        transaction.savepoint_rollback(mark)
    raise WrongState("Stories with this photo are going on air just now; try again.")


def on_air_with(photo: Photo) -> QuerySet[PublishedStory]:
    """Stories on air to which the photo belongs, whether rights allow it to be seen or not."""
    return PublishedStory.objects.filter(
        shown_photos__photo=photo, pub_status=PubStatus.USABLE
    ).select_related("story")


def _keys_on_air_with(photo: Photo) -> list[int]:
    return sorted(on_air_with(photo).values_list("pk", flat=True))
