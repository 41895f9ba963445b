"""Where a photo is used, as far as the user may see, and what the log says of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import EditorialLog, Photo
from articles.publishing.permissions import visible_stories
from articles.publishing.photo_usage import Usage, used_in


@dataclass(frozen=True)
class Use:
    """``form`` is empty where the user may not open the working copy."""

    title: str
    service: str
    state: str
    form: str = ""


MOST = 100
STORY, CONTRIBUTOR = "admin:articles_story_change", "admin:articles_contributor_change"


def uses(photo: Photo, user: User) -> list[Use]:
    """What is on air is everybody's to read; drafts are only for those who see them."""
    usage = used_in(photo, user)
    on_air = [row.story_id for row in usage.on_air]
    mine = set(visible_stories(user).filter(pk__in=on_air).values_list("pk", flat=True))
    shown = [
        Use(
            row.headline, row.service.name, _("on air"),
            _form(STORY, row.story_id) if row.story_id in mine else "",
        )
        for row in usage.on_air
    ]  # fmt: skip
    drafts = [
        Use(
            story.headline, story.service.name, story.get_workflow_status_display(),
            _form(STORY, story.pk),
        )
        for story in usage.working if story.pk not in on_air
    ]  # fmt: skip
    return [*shown, *drafts, *_others(usage)]


def _others(usage: Usage) -> list[Use]:
    others = [
        Use(person.name, "", _("portrait"), _form(CONTRIBUTOR, person.pk))
        for person in usage.portraits
    ]
    others += [Use(str(front), front.service.name, _("card on a front")) for front in usage.fronts]
    if not usage.elsewhere:
        return others
    said = ngettext(
        "%(count)s working copy of another newsroom",
        "%(count)s working copies of other newsrooms",
        usage.elsewhere,
    )
    return [*others, Use(said % {"count": usage.elsewhere}, "", _("not yours to see"))]


def _form(name: str, one: int) -> str:
    return reverse(name, args=[one])


def history(photo: Photo) -> QuerySet[EditorialLog]:
    return EditorialLog.objects.filter(noun="photo", noun_id=photo.pk)[:MOST]
