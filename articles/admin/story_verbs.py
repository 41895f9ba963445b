"""Publish, take down, kill, restore: pages of their own, never a field of the form."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin import (
    live,
    story_assign,
    story_checks,
    story_comments,
    story_compare,
    story_correct,
    story_history,
    story_links,
    story_presence,
    story_preview,
    story_redact,
    story_review,
    story_schedule,
    story_seen,
)
from articles.admin.permissions import staff
from articles.admin.story_access import form_of, number_in, story_for
from articles.admin.verbs import Confirmation, confirm
from articles.admin.withhold import withhold_view
from articles.publishing.kill import kill
from articles.publishing.permissions import Deed
from articles.publishing.preflight import preflight
from articles.publishing.publish import publish
from articles.publishing.restore import restore
from articles.publishing.second_pair import second_pair
from articles.publishing.unpublish import ON_AIR, unpublish

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
    **story_history.VIEWS,
    **story_compare.VIEWS,
    **story_seen.VIEWS,
    **story_preview.VIEWS,
    **story_links.VIEWS,
    **story_checks.VIEWS,
}
