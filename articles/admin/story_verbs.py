"""Publish, take down, kill, restore: pages of their own, never a field of the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin import (
    live,
    story_assign,
    story_comments,
    story_correct,
    story_presence,
    story_redact,
    story_review,
    story_schedule,
)
from articles.admin.permissions import staff
from articles.admin.story_access import form_of, number_in, story_for
from articles.admin.verbs import Confirmation, confirm
from articles.admin.withhold import withhold_view
from articles.models import EditorialLog, Story
from articles.publishing.kill import kill
from articles.publishing.permissions import Deed, may
from articles.publishing.preflight import preflight
from articles.publishing.publish import publish
from articles.publishing.restore import restore
from articles.publishing.second_pair import second_pair
from articles.publishing.unpublish import ON_AIR, unpublish
from articles.vocabularies import Verb

LARGEST = 2**31 - 1  # that the database can be asked for


def publish_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story, now = story_for(request, story_id, Deed.PUBLISH), timezone.now()
    told = request.POST.get("told", "")
    ask = Confirmation(
        title=_("Publish"),
        question=_("Readers will see this story at once."),
        button=_("Publish now"),
        back=form_of(story),
        done=_("“%(headline)s” is on air.") % {"headline": story.headline},
        problems=[
            *preflight(story, now=now),
            *second_pair(story, staff(request)),
            *story_schedule.called_off(story),
        ],
    )
    return confirm(
        request,
        ask,
        lambda reason: publish(story, actor=staff(request), now=now, reason=reason, told=told),
        story,
        template="admin/story/publish.html",
        story=story,
        told=told,
        is_on_air=story.workflow_status in ON_AIR,
    )


def unpublish_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.UNPUBLISH)
    ask = Confirmation(
        title=_("Take down"),
        question=_("Its address will answer “not found” until it is published again."),
        button=_("Take down now"),
        back=form_of(story),
        done=_("“%(headline)s” was taken down.") % {"headline": story.headline},
        needs_reason=False,
    )
    now = timezone.now()
    return confirm(
        request,
        ask,
        lambda reason: unpublish(story, actor=staff(request), now=now, reason=reason),
        story,
    )


def kill_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.KILL)
    ask = Confirmation(
        title=_("Kill"),
        question=_(
            "Killing is final: readers will only be told that the story was withdrawn, "
            "and nothing can be published at its address again."
        ),
        button=_("Kill for good"),
        back=form_of(story),
        done=_("“%(headline)s” was killed.") % {"headline": story.headline},
        needs_reason=True,
        danger=True,
    )
    now = timezone.now()
    return confirm(
        request,
        ask,
        lambda reason: kill(story, actor=staff(request), now=now, reason=reason),
        story,
    )


def restore_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.RESTORE)
    number = number_in(request.GET.get("version", ""))
    version = get_object_or_404(story.versions, number=min(number, LARGEST))
    ask = Confirmation(
        title=_("Restore version %(number)s") % {"number": version.number},
        question=_("It becomes the working copy. What is there now is kept as a version."),
        button=_("Restore"),
        back=form_of(story),
        done=_("Version %(number)s is the working copy again.") % {"number": version.number},
    )
    now = timezone.now()
    return confirm(
        request,
        ask,
        lambda _reason: restore(story, version.number, actor=staff(request), now=now),
        story,
    )


VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "publish": publish_view,
    "unpublish": unpublish_view,
    "kill": kill_view,
    "restore": restore_view,
    "withhold": withhold_view,
    **story_review.VIEWS,
    **story_schedule.VIEWS,
    **story_comments.VIEWS,
    **story_correct.VIEWS,
    **story_assign.VIEWS,
    **story_redact.VIEWS,
    **live.VIEWS,
    "presence": story_presence.presence_view,
}


def history_context(request: HttpRequest, story: Story) -> dict[str, Any]:
    """Versions and log of a story, for those who may see it."""
    entries = EditorialLog.objects.filter(noun="story", noun_id=story.pk)
    if not may(staff(request), Deed.VIEW_NOTICE):  # an order may be secret
        entries = entries.exclude(verb=Verb.WITHHOLD)
    return {
        "versions": story.versions.defer("content")[:200],
        "entries": entries.select_related("actor")[:200],
        "may_restore": may(staff(request), Deed.RESTORE, story),
    }
