"""Two people at the same story or photo: one after the other, and nobody waits in a circle.

Every verb takes its locks in this one order, and several of a kind by their ids:

    the turn of the law (manifest.py) → notices → services (alert.py) → stories → photos
    → fronts (front_record.py) → the ledger, at the end (caching/ledger.py)

A verb that does others' work in a row gathers what they write (``ledger.at_the_end``). One that
cannot know all its stories beforehand is done once more where a circle is found (once_more.py);
so are publish, unpublish and kill, for whatever circle nobody thought of.
PostgreSQL locks rows; SQLite's transaction is IMMEDIATE and already has the write lock.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import (
    Contributor,
    LiveEntry,
    Photo,
    PublishedPhoto,
    PublishedStory,
    Story,
)
from articles.publishing.refusals import WrongState
from articles.publishing.snapshot import Content
from articles.text import body
from articles.vocabularies import EntryStatus, PubStatus

ATTEMPTS = 5


def lock_story(story: Story) -> Story:
    """The fresh, locked row; call inside ``atomic``."""
    return (
        Story.objects.select_for_update(of=("self",), no_key=True)
        .select_related("service__newsroom", "section")
        .get(pk=story.pk)
    )


def lock_stories(numbers: Iterable[int]) -> None:
    """For a verb on several stories: all their locks, in one order, before its first entry.

    Who has written the ledger makes other writers wait until the commit; if they hold a story that
    is needed only then, both wait for ever.
    """
    rows = Story.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=set(numbers))
    list(rows.order_by("pk").values_list("pk"))


def lock_photos(content: Content, story: Story) -> None:
    """Nobody kills, protects or renews the photos of ``content`` until it is on air, nor those of
    the story's entries, which come back with it.

    Call it before they are looked at, and outside of any savepoint that is rolled back.
    """
    ids = {use["photo_id"] for use in content["photos"]} | set(body.photo_ids(content["body"]))
    publisher = content["publisher_id"] or story.service.publisher_id or 0
    shown = {publisher, *(row["contributor_id"] for row in content["bylines"])}
    portrait = Contributor.objects.filter(pk__in=shown).values("portrait")
    entries = LiveEntry.objects.filter(story=story, status=EntryStatus.ON_AIR).values("photo")
    rows = Photo.objects.select_for_update(no_key=True).order_by("pk")
    found = Q(pk__in=ids) | Q(pk__in=portrait) | Q(pk__in=entries)
    list(rows.filter(found).values_list("pk"))


def lock_portrait(contributor: Contributor) -> None:
    """As ``lock_photos``, for a picture that stories on air are about to show for the first time:
    who kills it would not know of them. After their locks, before a verb's first entry."""
    portrait = Contributor.objects.filter(pk=contributor.pk).values("portrait")
    list(Photo.objects.select_for_update(no_key=True).filter(pk__in=portrait).values_list("pk"))


def lock_photo(photo: Photo) -> tuple[Photo, list[PublishedStory]]:
    """The fresh photo and all that is on air with it, locked; call inside ``atomic``."""
    photos, on_air = lock_photos_on_air([photo.pk])
    return photos[0], on_air


def lock_photos_on_air(ids: Iterable[int]) -> tuple[list[Photo], list[PublishedStory]]:
    """As ``lock_photo``, for several; before a verb's first entry in the ledger.

    Raises WrongState in the odd case that stories with them go on air faster than we look.
    """
    wanted = set(ids)
    for _attempt in range(ATTEMPTS):
        mark = transaction.savepoint()
        known = _keys_on_air_with(wanted)
        lock_stories(known)
        fresh = Photo.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=wanted)
        photos = list(fresh.order_by("pk"))
        if _keys_on_air_with(wanted) == known:
            transaction.savepoint_commit(mark)
            return photos, list(on_air_with(wanted))
        transaction.savepoint_rollback(mark)
    raise WrongState(_("Stories with this photo are going on air just now; try again."))


def on_air_with(ids: Iterable[int]) -> QuerySet[PublishedStory]:
    """Stories on air to which one of the photos belongs, whether rights let it be seen or not."""
    shown = PublishedPhoto.objects.filter(photo__in=set(ids)).values("on_air")
    rows = PublishedStory.objects.filter(pk__in=shown, pub_status=PubStatus.USABLE)
    return rows.select_related("story", "service").order_by("pk")


def _keys_on_air_with(ids: set[int]) -> set[int]:
    return set(on_air_with(ids).values_list("pk", flat=True))
