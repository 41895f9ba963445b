"""What stands against publishing, beside the form: a list with a way to each field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.site import desk
from articles.admin.story_access import form_of, story_for
from articles.admin.verbs import anchor_of
from articles.models import Story
from articles.publishing.clock import in_zone
from articles.publishing.permissions import Deed
from articles.publishing.preflight import preflight


def checks_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """Of what is saved. ``panel``: the list alone, for the form; else a page of its own."""
    story, now = story_for(request, story_id, Deed.VIEW_STORY), timezone.now()
    problems = preflight(story, now=now)
    is_panel = "panel" in request.GET
    context: dict[str, Any] = {
        "findings": [(one, anchor_of(one)) for one in problems],
        "blocking": sum(one.blocks for one in problems),
        "advice": sum(not one.blocks for one in problems),
        "when": in_zone(now, story.service.time_zone),
        "to_form": "" if is_panel else form_of(story),
    }
    if is_panel:
        response = TemplateResponse(request, "admin/story/checks_list.html", context)
    else:
        context |= desk.each_context(request) | {
            "title": _("Checks before air"),
            "story": story,
            "opts": Story._meta,
            "back": form_of(story),
        }
        response = TemplateResponse(request, "admin/story/checks.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


VIEWS: dict[str, Callable[..., HttpResponse]] = {"checks": checks_view}
