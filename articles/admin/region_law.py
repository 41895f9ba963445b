"""Law by region: what holds for readers in one place, and reading any page as one of them."""

from __future__ import annotations

from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import escape_leading_slashes
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.live_law import fresh_standing
from articles.admin.notice_asked import UNKNOWN_CODE, Nonsense, place_called
from articles.admin.notice_look import region_choices
from articles.admin.notice_terms import region_names
from articles.admin.permissions import staff
from articles.admin.region_groups import law_of_group, regions_named
from articles.admin.region_read import address_there, read_links
from articles.admin.region_rules import law_of_place
from articles.admin.site import DeskPage, desk
from articles.legal.atlas import UNKNOWN, Atlas, Member
from articles.models import Region
from articles.publishing.permissions import Deed

MOST = 40
# Code and name of a group, and the terms of membership.
GroupAround = tuple[str, str, Member]


def index_view(request: HttpRequest) -> HttpResponse:
    """Regions that notices name, and any other by search."""
    words = request.GET.get("q", "").strip()[:80]
    now, names = timezone.now(), region_names()
    context = desk.each_context(request) | {
        "title": _("Law by region"),
        "q": words,
        "found": _search(words),
        "named": regions_named(staff(request), names, now),
        "names_count": len(names),
    }
    return TemplateResponse(request, "admin/law/regions.html", context)


def _search(words: str) -> list[Region]:
    """A code first, then names that begin so, then names that hold it."""
    if not words or "\0" in words:
        return []
    wanted = words.casefold()

    def rank(region: Region) -> tuple[bool, bool, str]:
        name = region.name.casefold()
        return region.code.casefold() != wanted, not name.startswith(wanted), name

    regions = (
        region
        for region in Region.objects.all()
        if wanted in region.name.casefold() or region.code.casefold().startswith(wanted)
    )
    return sorted(regions, key=rank)[:MOST]


def region_view(request: HttpRequest, code: str) -> HttpResponse:
    now, names = timezone.now(), region_names()
    if code != UNKNOWN_CODE and code not in names:
        raise Http404
    data = fresh_standing(now)
    atlas = data.book.atlas
    context = desk.each_context(request) | {
        "code": code,
        "region": Region.objects.select_related("parent").filter(code=code).first(),
        "title": names.get(code, _("Unknown place")),
        "is_group": code in atlas.groups,
    }
    if code in atlas.groups:
        context |= law_of_group(code, staff(request), data, names, now)
        return TemplateResponse(request, "admin/law/group.html", context)
    place = UNKNOWN if code == UNKNOWN_CODE else place_called(code, atlas)
    context |= law_of_place(place, staff(request), data, now)
    context |= {"links": read_links(place, data)} | _groups_around(code, atlas, names, now)
    return TemplateResponse(request, "admin/law/region.html", context)


def _groups_around(
    code: str, atlas: Atlas, names: dict[str, str], now: datetime
) -> dict[str, list[GroupAround]]:
    """The groups of which the place is a member today, was one, and will be one."""
    found: dict[str, list[GroupAround]] = {"groups": [], "left_groups": [], "coming_groups": []}
    today = now.date()
    for group, members in sorted(atlas.groups.items()):
        for member in members:
            if member.code == code:
                found[_stage(member, today)].append((group, names.get(group, group), member))
    return found


def _stage(member: Member, today: date) -> str:
    if member.counts_on(today):
        return "groups"
    return "left_groups" if member.ends_on and member.ends_on <= today else "coming_groups"


def read_view(request: HttpRequest) -> HttpResponse:
    """Lead to an address of the site, read as somebody in the region; never to another site."""
    code, address = request.GET.get("region", ""), request.GET.get("address", "")
    now = timezone.now()
    data = fresh_standing(now)
    try:
        place = place_called(code, data.book.atlas)
        target = address_there(address, place, request.get_host(), data)
    except Nonsense as error:
        return _again(request, code, address, str(error))
    return HttpResponseRedirect(escape_leading_slashes(target))


def _again(request: HttpRequest, code: str, address: str, refusal: str) -> HttpResponse:
    names = region_names()
    context = desk.each_context(request) | {
        "title": _("Read any page as a reader there"),
        "refusal": refusal,
        "code": code,
        "address": address,
        "regions": region_choices(fresh_standing(timezone.now()).book.atlas, names),
    }
    return TemplateResponse(request, "admin/law/read.html", context, status=422)


for page in (
    DeskPage(
        route="law/regions/",
        view=index_view,
        name="law_regions",
        title=gettext_lazy("Law by region"),
        deed=Deed.VIEW_NOTICE,
        about=gettext_lazy("What readers in one place are shown; read any page as one of them."),
    ),
    DeskPage(
        route="law/regions/<str:code>/",
        view=region_view,
        name="law_region",
        title=gettext_lazy("Law of a region"),
        deed=Deed.VIEW_NOTICE,
        is_listed=False,
    ),
    DeskPage(
        route="law/read/",
        view=read_view,
        name="law_read",
        title=gettext_lazy("Read any page as a reader there"),
        deed=Deed.VIEW_NOTICE,
        is_listed=False,
    ),
):
    desk.add_page(page)
