"""The versions of a story: who saved what, named, compared, restored; and its log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.notice_when import local_time
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_access import form_of, number_in, story_for
from articles.admin.story_sides import LARGEST, LIVE, NOW, on_air_rows
from articles.models import EditorialLog, Story, StoryVersion
from articles.models.on_air import HEAVY
from articles.publishing.clock import in_zone
from articles.publishing.name_version import LONGEST_NAME, name_version
from articles.publishing.permissions import Deed, may
from articles.publishing.refusals import VerbRefused
from articles.vocabularies import Verb, VersionKind

AT_ONCE = 50
ENDLESS = 2**63 - 1
# Which versions are listed; everything else is as good as "all".
SHOWN = {
    "published": Q(kind=VersionKind.PUBLISHED),
    "named": ~Q(name=""),
}


@dataclass(frozen=True)
class Row:
    """``seen_at``: a moment at which readers had it, by the service's clock; of what went out."""

    version: StoryVersion
    when: str
    is_live: bool
    seen_at: str = ""


def history_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.VIEW_STORY)
    return _answer(request, story)


def name_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """POST gives a version its name, or takes it off."""
    story = story_for(request, story_id, Deed.WRITE_STORY)
    if request.method != "POST":
        raise Http404
    number = min(number_in(request.POST.get("version", "")), LARGEST)
    name = request.POST.get("name", "")
    try:
        named = name_version(story, number, name, actor=staff(request), now=timezone.now())
    except VerbRefused as refusal:
        return _answer(request, story, str(refusal), number, name)
    words = (
        _("Version %(number)s is named “%(name)s”.")
        if named.name
        else _("Version %(number)s has no name any more.")
    )
    messages.success(request, words % {"number": number, "name": named.name})
    page = f"?before={before}" if (before := number_in(_before(request))) else ""
    return HttpResponseRedirect(f"{history_of(story)}{page}#version-{number}")


def history_of(story: Story) -> str:
    return reverse("admin:articles_story_history", args=[story.pk])


def _before(request: HttpRequest) -> str:
    """Which page of the versions: whoever names one stays where it stands."""
    return str(request.GET.get("before") or request.POST.get("before", ""))


def _answer(
    request: HttpRequest, story: Story, refusal: str = "", refused: int = 0, name: str = ""
) -> HttpResponse:
    context = desk.each_context(request) | {
        "title": _("Versions"),
        "object": story,
        "story": story,
        "opts": Story._meta,
        "back": form_of(story),
        "refusal": refusal,
        "refused": refused,
        "refused_name": name,
        "longest_name": LONGEST_NAME,
        "zone": story.service.time_zone.rpartition("/")[2].replace("_", " "),
        "before": number_in(_before(request)) or "",
        "may_restore": may(staff(request), Deed.RESTORE, story),
        "may_name": may(staff(request), Deed.WRITE_STORY, story),
    }
    context |= _versions(request, story) | _log(request, story)
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/articles/story/history.html", context, status=status)


def _versions(request: HttpRequest, story: Story) -> dict[str, Any]:
    shown = request.GET.get("shown", "")
    rows = story.versions.defer("content").order_by("-number").filter(SHOWN.get(shown, Q()))
    page, older = _page(rows, "number", _before(request), LARGEST)
    on_air = on_air_rows(story).defer("version__content", *HEAVY).first()
    zone, live = story.service.time_zone, on_air.version_id if on_air else 0
    told = [
        Row(one, in_zone(one.created_at, zone), one.pk == live, _seen_at(one, zone)) for one in page
    ]
    new = NOW if on_air else (str(told[0].version.number) if told else NOW)
    old = LIVE if on_air else (str(told[1].version.number) if len(told) > 1 else new)
    return {
        "rows": told, "older": older, "shown": shown if shown in SHOWN else "",
        "live": on_air, "chosen_new": new, "chosen_old": old,
    }  # fmt: skip


def _seen_at(version: StoryVersion, zone: str) -> str:
    """The next full second: nobody types parts of one."""
    if version.kind != VersionKind.PUBLISHED:
        return ""
    moment = (version.created_at + timedelta(microseconds=999_999)).replace(microsecond=0)
    return f"{local_time(moment, zone):%Y-%m-%dT%H:%M:%S}"


def _log(request: HttpRequest, story: Story) -> dict[str, Any]:
    entries = EditorialLog.objects.filter(noun="story", noun_id=story.pk)
    if not may(staff(request), Deed.VIEW_NOTICE):  # an order may be secret
        entries = entries.exclude(verb=Verb.WITHHOLD)
    entries = entries.order_by("-id")
    page, older = _page(entries, "id", request.GET.get("log_before", ""), ENDLESS)
    zone = story.service.time_zone
    return {
        "entries": [(one, in_zone(one.happened_at, zone)) for one in page],
        "older_entries": older,
    }


def _page(rows: QuerySet[Any], key: str, before: str, most: int) -> tuple[list[Any], int]:
    """The rows before a key, and the key of the page after; 0 when there is none."""
    if number := min(number_in(before), most):
        rows = rows.filter(**{f"{key}__lt": number})
    found = list(rows[: AT_ONCE + 1])
    page = found[:AT_ONCE]
    return page, getattr(page[-1], key) if len(found) > AT_ONCE else 0


VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "history": history_view,
    "name_version": name_view,
}
