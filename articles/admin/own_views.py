"""A person's own views of the story list: saved from the list, kept on a page of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.own_view_query import own_views_of, query_in
from articles.admin.own_view_words import words_for
from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.admin.story_access import number_in
from articles.models import OwnView
from articles.publishing.own_views import (
    LONGEST_NAME,
    MOST_VIEWS,
    drop_view,
    keep_view,
    move_view,
    open_with,
    rename_view,
)
from articles.publishing.permissions import Deed
from articles.publishing.refusals import VerbRefused

UNPROCESSABLE = 422
LONGEST_SENT = 10_000
DROP = "drop"


@dataclass(frozen=True)
class Asked:
    """What the page was asked to do, as it was typed."""

    deed: str
    name: str
    query: str
    view: OwnView | None


def own_views_view(request: HttpRequest) -> HttpResponse:
    """404 for a view of somebody else, as for one that is not there."""
    if request.method != "POST":
        return _page(request)
    asked = _asked(request)
    deed = _deeds(staff(request)).get(asked.deed)
    if deed is None:
        raise Http404
    try:
        deed(asked)
    except VerbRefused as refusal:
        return _page(request, asked, str(refusal))
    return _done(request, asked)


def _asked(request: HttpRequest) -> Asked:
    post = request.POST
    number = number_in(post.get("view", ""))
    view = staff(request).own_views.filter(pk=number).first() if number else None
    if view is None and "view" in post and post.get("deed") != DROP:
        raise Http404
    return Asked(
        deed=post.get("deed", ""),
        name=post.get("name", ""),
        query=query_in(dict(parse_qsl(post.get("query", "")[:LONGEST_SENT]))),
        view=view,
    )


def _deeds(actor: User) -> dict[str, Callable[[Asked], object]]:
    return {
        "keep": lambda asked: keep_view(asked.name, asked.query, actor=actor),
        "rename": lambda asked: rename_view(_of(asked), asked.name, actor=actor),
        "up": lambda asked: move_view(_of(asked), -1, actor=actor),
        "down": lambda asked: move_view(_of(asked), 1, actor=actor),
        "first": lambda asked: open_with(_of(asked), actor=actor),
        "all_first": lambda _asked: open_with(None, actor=actor),
        DROP: lambda asked: drop_view(asked.view, actor=actor),
    }


def _of(asked: Asked) -> OwnView:
    if asked.view is None:
        raise Http404
    return asked.view


def _done(request: HttpRequest, asked: Asked) -> HttpResponse:
    if asked.deed == "keep":
        messages.success(request, _("The view is kept: it stands above the list from now on."))
        to_list = reverse("admin:articles_story_changelist")
        return HttpResponseRedirect(f"{to_list}?{asked.query}")
    if asked.deed == DROP:
        messages.success(request, _("The view was deleted."))
    return HttpResponseRedirect(reverse("admin:own_views"))


def _page(request: HttpRequest, asked: Asked | None = None, refusal: str = "") -> HttpResponse:
    views, described = own_views_of(request), words_for(request)
    context: dict[str, Any] = desk.each_context(request) | {
        "title": _("My views"),
        "views": [(view, described(QueryDict(view.query))) for view in views],
        "opens_with_all": not any(view.is_first for view in views),
        "asked": asked,
        "asked_words": described(QueryDict(asked.query)) if asked else (),
        "refusal": refusal,
        "longest": LONGEST_NAME,
        "most": MOST_VIEWS,
    }
    status = UNPROCESSABLE if refusal else 200
    return TemplateResponse(request, "admin/story/own_views.html", context, status=status)


desk.add_page(
    DeskPage(
        route="stories/views/",
        view=own_views_view,
        name="own_views",
        title=gettext_lazy("My views"),
        deed=Deed.VIEW_STORY,
        is_listed=False,
    )
)
