"""Where a photo is used, and which rights end soon: for the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from articles.models import Contributor, Front, Photo, PublishedPhoto, PublishedStory, Story
from articles.publishing.locking import on_air_with
from articles.publishing.permissions import visible_photos, visible_stories
from articles.publishing.rights import may_show
from articles.vocabularies import EntryStatus, WorkflowStatus


@dataclass(frozen=True)
class Usage:
    """``on_air`` is public, and so are ``fronts`` on which it was chosen for a card.

    Of working copies in other newsrooms only the number is told.
    """

    on_air: list[PublishedStory]
    working: list[Story]
    elsewhere: int
    portraits: list[Contributor]
    fronts: list[Front]

    @property
    def is_used(self) -> bool:
        return bool(self.on_air or self.working or self.elsewhere or self.portraits or self.fronts)


def used_in(photo: Photo, user: User) -> Usage:
    """Stories on air and working copies with ``photo``, and contributors whose portrait it is."""
    on_air = on_air_with([photo.pk]).defer("document")
    working = _working_copies(photo)
    visible = working.filter(pk__in=visible_stories(user).values("pk"))
    mine = list(visible.select_related("service").order_by("-changed_at"))
    return Usage(
        list(on_air.order_by("-revised_at")),
        mine,
        working.count() - len(mine),
        list(Contributor.objects.filter(portrait=photo)),
        list(_fronts(photo)),
    )


def rights_ending_soon(user: User, now: datetime, *, days: int = 7) -> list[PublishedPhoto]:
    """Photos of the user's libraries that will leave pages within ``days``, the first to go first.

    Each row has ``photo`` and ``on_air`` with its service.
    """
    rows = (
        PublishedPhoto.objects.filter(until__gt=now, until__lte=now + timedelta(days=days))
        .filter(photo__in=visible_photos(user))
        .select_related("photo", "on_air__service", "on_air__story")
        .defer("on_air__document")
        .prefetch_related("photo__leases")
        .order_by("until", "photo_id", "on_air_id")
    )
    return [row for row in rows if may_show(row.photo, row.on_air.service, now)]


def _fronts(photo: Photo) -> QuerySet[Front]:
    shown = Front.objects.filter(on_air__shown_photos__photo=photo)
    return shown.select_related("service", "section")


def _working_copies(photo: Photo) -> QuerySet[Story]:
    """Beside the text or in it; what was killed cannot be changed any more."""
    in_text = Q(body__contains=f'data-photo="{photo.pk}"')
    beside = Q(pk__in=photo.uses.values("story_id"))
    in_entries = photo.live_entries.exclude(status=EntryStatus.REMOVED).values("story_id")
    found = in_text | beside | Q(pk__in=in_entries)
    return Story.objects.filter(found).exclude(workflow_status=WorkflowStatus.KILLED)
