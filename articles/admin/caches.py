"""The page “Caches”: how far the ledger is, and how far each edge outside has followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.site import DeskPage, desk
from articles.caching import edges
from articles.caching.telling import told
from articles.models import CacheLedger, EdgePosition
from articles.publishing.permissions import Deed

NEWEST = 20


@dataclass(frozen=True)
class Row:
    """``since`` is the moment of the oldest change that the edge has not accepted."""

    edge: EdgePosition
    behind: int
    since: datetime | None
    says: str

    @property
    def kind(self) -> str:
        return self.edge.name.partition(" ")[0]

    @property
    def address(self) -> str:
        return self.edge.name.partition(" ")[2]


def caches(request: HttpRequest) -> HttpResponse:
    """GET shows; POST tells one edge again at once."""
    if request.method == "POST":
        return _tell(request)
    context = desk.each_context(request) | {
        "title": _("Caches"),
        "rows": rows(timezone.now()),
        "head": edges.head(),
        "newest": CacheLedger.objects.order_by("-id")[:NEWEST],
    }
    return TemplateResponse(request, "admin/caches/caches.html", context)


def rows(now: datetime) -> list[Row]:
    return [_row(edges.row_of(name, now=now)) for name in edges.configured()]


def told_at_the_start(user: User) -> str:  # noqa: ARG001  the same for all who may see it
    """For the desk's start page: empty while every edge accepts what it is told."""
    count = sum(row.edge.failures > 0 and row.behind > 0 for row in rows(timezone.now()))
    if not count:
        return ""
    return ngettext(
        "%(count)s edge has not accepted the newest changes.",
        "%(count)s edges have not accepted the newest changes.",
        count,
    ) % {"count": count}


def _row(edge: EdgePosition) -> Row:
    behind = edges.behind(edge)
    first = CacheLedger.objects.filter(id__gt=edge.position).order_by("id").first()
    return Row(edge, behind, first.happened_at if first else None, told(edge, behind))


def _tell(request: HttpRequest) -> HttpResponse:
    name, now = request.POST.get("edge", ""), timezone.now()
    edge = edges.configured().get(name)
    if edge is None:
        raise Http404
    if edges.deliver(name, edge, now=now):
        messages.success(request, _("%(edge)s has accepted everything.") % {"edge": name})
    else:
        why = edges.row_of(name, now=now).last_error
        said = _("%(edge)s did not accept it: %(error)s. It is tried again by itself.")
        messages.error(request, said % {"edge": name, "error": why})
    return HttpResponseRedirect(reverse("admin:caches"))


desk.add_page(
    DeskPage(
        route="caches/",
        view=caches,
        name="caches",
        title=gettext_lazy("Caches"),
        deed=Deed.WATCH_CACHES,
        about=gettext_lazy("Whether every cache outside has heard of the newest changes"),
        told=told_at_the_start,
    )
)
