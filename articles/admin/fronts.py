"""All fronts of one's services: what is on air, which draft waits, which has grown old."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.front_access import Asked
from articles.admin.front_look import look_view, seen_view
from articles.admin.front_page import back_view, front_view, take_view
from articles.admin.front_stories import stories_view
from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.models import Front, PublishedFront, Section
from articles.publishing.clock import in_zone
from articles.publishing.front_stale import leads_on_air, stale_warnings
from articles.publishing.permissions import Deed, services_where


@dataclass(frozen=True)
class FrontRow:
    name: str
    url: str
    is_main: bool
    since: str
    is_waiting: bool
    warnings: list[str]


@dataclass(frozen=True)
class ServiceFronts:
    name: str
    rows: list[FrontRow]


def fronts_view(request: HttpRequest) -> HttpResponse:
    context = desk.each_context(request) | {
        "title": _("Fronts"),
        "services": services_with_fronts(staff(request), timezone.now()),
    }
    return TemplateResponse(request, "admin/front/fronts.html", context)


def services_with_fronts(user: User, now: datetime) -> list[ServiceFronts]:
    """Four queries, however many fronts."""
    services = list(services_where(user, Deed.CURATE))
    sections: dict[int, list[Section | None]] = {service.pk: [None] for service in services}
    for section in Section.objects.filter(service__in=services):
        sections[section.service_id].append(section)
    stored = {
        (front.service_id, front.section_id): front
        for front in Front.objects.filter(service__in=services)
    }
    on_air = {row.front_id: row for row in _on_air(user)}
    old = _warnings(list(on_air.values()), now)
    return [
        ServiceFronts(
            service.name,
            [
                _row(Asked(service, one), stored.get((service.pk, one.pk if one else None)),
                     on_air, old)
                for one in sections[service.pk]
            ],
        )
        for service in services
    ]  # fmt: skip


def _row(
    asked: Asked,
    front: Front | None,
    on_air: dict[int, PublishedFront],
    warnings: dict[int, list[str]],
) -> FrontRow:
    shown = on_air.get(front.pk) if front else None
    content = shown.version.content if shown else []
    return FrontRow(
        name=asked.section.name if asked.section else str(_("Front page")),
        url=asked.url(),
        is_main=asked.section is None,
        since=in_zone(shown.renewed_at, asked.service.time_zone) if shown else "",
        is_waiting=bool(front) and front.draft != content if front else False,
        warnings=warnings.get(front.pk, []) if front else [],
    )


def _on_air(user: User) -> list[PublishedFront]:
    rows = PublishedFront.objects.filter(service__in=services_where(user, Deed.CURATE))
    return list(rows.select_related("service", "version").defer("document"))


def _warnings(fronts: list[PublishedFront], now: datetime) -> dict[int, list[str]]:
    stories = leads_on_air(fronts)
    return {front.front_id: stale_warnings(front, stories, now) for front in fronts}


def told_of_fronts(user: User) -> str:
    """On the start page; empty when every front is fresh."""
    old = [one for one in _warnings(_on_air(user), timezone.now()).values() if one]
    said = ngettext("%(count)s front has grown old", "%(count)s fronts have grown old", len(old))
    return said % {"count": len(old)} if old else ""


ONE = "fronts/<slug:service_slug>/<slug:place>/"
PAGES = (
    ("", front_view, "front"),
    ("back/<int:number>/", back_view, "front_back"),
    ("take/<int:number>/", take_view, "front_take"),
    ("stories/", stories_view, "front_stories"),
    ("look/", look_view, "front_look"),
    ("seen/", seen_view, "front_seen"),
)
desk.add_page(
    DeskPage(
        route="fronts/",
        view=fronts_view,
        name="fronts",
        title=gettext_lazy("Fronts"),
        deed=Deed.CURATE,
        about=gettext_lazy("What leads, what stands beside it, for how long."),
        told=told_of_fronts,
    )
)
for _route, _view, _name in PAGES:
    desk.add_page(
        DeskPage(
            route=ONE + _route,
            view=_view,
            name=_name,
            title=gettext_lazy("Front"),
            deed=Deed.CURATE,
            is_listed=False,
        )
    )
