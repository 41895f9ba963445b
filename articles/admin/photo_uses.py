"""Where a photo is used, as far as the user may see, and what the log says of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Contributor, EditorialLog, Photo, Story
from articles.publishing.permissions import visible_stories


@dataclass(frozen=True)
class Use:
    """``form`` is empty where the user may not open the working copy."""

    title: str
    service: str
    state: str
    form: str = ""


MOST = 100


def uses(photo: Photo, user: User) -> list[Use]:
    """On air first: those are everybody's to read; drafts only for those who see them."""
    shown = list(
        photo.shown_in.select_related("on_air__story", "on_air__service").order_by("-on_air")[:MOST]
    )
    on_air = {row.on_air.story_id for row in shown}
    open_to_me = set(visible_stories(user).filter(pk__in=on_air).values_list("pk", flat=True))
    found = [
        Use(
            row.on_air.headline, row.on_air.service.name, _("on air"),
            _form(row.on_air.story_id) if row.on_air.story_id in open_to_me else "",
        )
        for row in shown
    ]  # fmt: skip
    return found + _drafts(photo, user, on_air) + _portraits(photo)


def _drafts(photo: Photo, user: User, on_air: set[int]) -> list[Use]:
    placed = visible_stories(user).filter(story_photos__photo=photo).exclude(pk__in=on_air)
    in_text = visible_stories(user).filter(body__contains=f'data-photo="{photo.pk}"')
    stories: QuerySet[Story] = (placed | in_text.exclude(pk__in=on_air)).distinct()
    return [
        Use(
            story.headline, story.service.name, story.get_workflow_status_display(), _form(story.pk)
        )
        for story in stories.select_related("service")[:MOST]
    ]


def _portraits(photo: Photo) -> list[Use]:
    return [
        Use(
            person.name,
            "",
            _("portrait"),
            reverse("admin:articles_contributor_change", args=[person.pk]),
        )
        for person in Contributor.objects.filter(portrait=photo)[:MOST]
    ]


def _form(story_id: int) -> str:
    return reverse("admin:articles_story_change", args=[story_id])


def history(photo: Photo) -> QuerySet[EditorialLog]:
    return EditorialLog.objects.filter(noun="photo", noun_id=photo.pk)[:MOST]
