"""A changed credit, caption, name or byline policy reaches the pages that are on air.

The last published content goes out again, resolved against the library as it is now: a name that
came under protection must leave every page, and nobody's unfinished text may go out with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from articles.models import Contributor, Photo, PublishedStory
from articles.publishing.actors import Actor
from articles.publishing.permissions import Deed, require
from articles.publishing.republish import republish_all, showing_publisher
from articles.publishing.snapshot import Content
from articles.text import body
from articles.vocabularies import PubStatus, WorkflowStatus


@transaction.atomic
def contributor_changed(contributor: Contributor, *, actor: Actor, now: datetime) -> None:
    """Hard: it may be a name that must not be known, which no cache may show any longer."""
    require(actor, Deed.EDIT_CONTRIBUTOR)
    credited = Q(contributors=contributor) | Q(story__bylines__contributor=contributor)
    rows = [*_on_air(credited), *_still(lambda content: contributor.pk in _credited(content))]
    rows += showing_publisher(contributor)
    reason = "A contributor's name was changed"
    republish_all(_once(rows), actor=actor, now=now, reason=reason, hard=True)


@transaction.atomic
def photo_changed(photo: Photo, *, actor: Actor, now: datetime) -> None:
    require(actor, Deed.EDIT_PHOTO, photo)
    rows = [
        *_on_air(Q(story__story_photos__photo=photo)),
        *_still(lambda content: photo.pk in _shown(content)),
    ]
    for publisher in Contributor.objects.filter(portrait=photo):
        rows += showing_publisher(publisher)
    reason = "A photo of the library was changed"
    republish_all(_once(rows), actor=actor, now=now, reason=reason)


def _on_air(where: Q) -> Iterator[PublishedStory]:
    return PublishedStory.objects.filter(where, pub_status=PubStatus.USABLE).distinct().iterator()


def _still(has: Callable[[Content], bool]) -> Iterator[PublishedStory]:
    """What readers see of stories whose working copy is another by now; few at any time."""
    changed = Q(story__workflow_status=WorkflowStatus.LIVE_CHANGED, pub_status=PubStatus.USABLE)
    rows = PublishedStory.objects.filter(changed).select_related("version")
    return (row for row in rows.iterator() if has(row.version.content))


def _credited(content: Content) -> set[int]:
    return {row["contributor_id"] for row in content["bylines"]}


def _shown(content: Content) -> set[int]:
    used = {row["photo_id"] for row in content["photos"]}
    return used | set(body.photo_ids(content["body"]))


def _once(rows: list[PublishedStory]) -> list[PublishedStory]:
    return list({row.pk: row for row in rows}.values())
