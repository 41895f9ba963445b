"""A changed credit, caption, name or byline policy reaches the pages that are on air.

The last published content goes out again, resolved against the library as it is now: a name that
came under protection must leave every page, and nobody's unfinished text may go out with it.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from articles.models import Contributor, Photo, PublishedStory
from articles.publishing.actors import Actor
from articles.publishing.permissions import Deed, require
from articles.publishing.republish import republish_all, showing_publisher
from articles.vocabularies import PubStatus


def contributor_changed(contributor: Contributor, *, actor: Actor, now: datetime) -> None:
    require(actor, Deed.EDIT_CONTRIBUTOR)
    credited = Q(contributors=contributor) | Q(story__bylines__contributor=contributor)
    rows = PublishedStory.objects.filter(credited, pub_status=PubStatus.USABLE).distinct()
    reason = "A contributor's name was changed"
    republish_all(rows, actor=actor, now=now, reason=reason)
    republish_all(showing_publisher(contributor), actor=actor, now=now, reason=reason)


def photo_changed(photo: Photo, *, actor: Actor, now: datetime) -> None:
    require(actor, Deed.EDIT_PHOTO, photo)
    rows = PublishedStory.objects.filter(
        story__story_photos__photo=photo, pub_status=PubStatus.USABLE
    )
    republish_all(
        rows.distinct(), actor=actor, now=now, reason="A photo of the library was changed"
    )
