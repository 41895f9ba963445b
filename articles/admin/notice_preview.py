"""Look before approving: the matrix of a notice, and a real story as a reader anywhere sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.live_law import compare, fresh_standing, rules_with, under
from articles.admin.notice_access import notice_for, page_of
from articles.admin.notice_approval import matrix_of, naming
from articles.admin.notice_asked import (
    PLACES,
    UNKNOWN_CODE,
    Nonsense,
    StoryAsked,
    code_of,
    first_place,
    moment_asked,
    place_asked,
    place_called,
    story_asked,
)
from articles.admin.notice_candidate import DRAFT, Candidate, candidate_called
from articles.admin.notice_languages import texts_by_service
from articles.admin.notice_matrix import Row, row_of
from articles.admin.notice_page import page_asked, story_on_air
from articles.admin.notice_words import in_both, region_names
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_as_read import story_as_read
from articles.admin.zone_names import Zone
from articles.legal import preview
from articles.legal.atlas import Atlas, Place
from articles.models import LegalNotice
from articles.pages.addresses import Carry
from articles.pages.reader import Reader
from articles.pages.standing import Standing
from articles.publishing.permissions import Deed, services_where

WITH, WITHOUT = "with", "without"


@dataclass(frozen=True)
class Look:
    """One notice under one candidate at one moment."""

    candidate: Candidate
    data: Standing
    moment: datetime
    refusal: str = ""


def _look(request: HttpRequest, notice_id: int) -> Look:
    notice = notice_for(request, notice_id, Deed.VIEW_NOTICE)
    now = timezone.now()
    candidate = candidate_called(notice, request.GET.get("of", ""))
    data = fresh_standing(now)
    try:
        moment = moment_asked(request.GET.get("at", ""), candidate, now)
    except Nonsense as error:
        return Look(candidate, data, candidate.moment(now), str(error))
    return Look(candidate, data, moment)


def matrix_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Zones × places on the page, and services × languages; nothing is changed by looking."""
    look = _look(request, notice_id)
    candidate, rule = look.candidate, look.candidate.rule
    services = services_where(staff(request), Deed.VIEW_NOTICE)
    context = _context(request, look, _("Who sees what")) | {
        "matrix": matrix_of(
            request,
            candidate,
            look.data,
            look.moment,
            service=request.GET.get("service", ""),
            story=request.GET.get("story", ""),
        ),
        "texts": texts_by_service(rule, services) if rule else (),
    }
    return _answer(request, "admin/law/matrix.html", context)


def preview_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    """A story on air, side by side: as readers in one place see it now, and with this notice."""
    look = _look(request, notice_id)
    atlas = look.data.book.atlas
    place, refusal = first_place(look.candidate, atlas), look.refusal
    story = StoryAsked(None)
    try:
        place = place_asked(request.GET.get("region", ""), look.candidate, atlas)
        story = story_asked(staff(request), look.candidate, look.data, request.GET.dict())
    except Nonsense as error:
        refusal = refusal or str(error)
    names = region_names()
    context = _context(request, look, _("Read a story as a reader there")) | {
        "refusal": refusal,
        "story": story,
        "region": code_of(place),
        "place_name": _place_name(place, names),
        "regions": region_choices(atlas, names),
        "q": request.GET.get("q", ""),
    }
    if story.row and look.candidate.rule:
        context |= {
            "frames": _frames(request, look, story.row.pk, place),
            "row": _row(request, look, story.row.pk, place),
        }
    return _answer(request, "admin/law/preview.html", context)


def frame_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    """One of the two frames; tampered parameters are not found."""
    look = _look(request, notice_id)
    side = request.GET.get("side", WITH)
    if look.refusal or side not in (WITH, WITHOUT) or look.candidate.rule is None:
        raise Http404
    try:
        place = place_called(request.GET.get("region", ""), look.data.book.atlas)
    except Nonsense as error:
        raise Http404 from error
    row = story_on_air(staff(request), request.GET.get("story", ""))
    words = {"place": _place_name(place, region_names()), "what": look.candidate.label}
    if side == WITH:
        ribbon = _("Preview: as a reader in %(place)s, with %(what)s") % words
    else:
        ribbon = _("Preview: as a reader in %(place)s, under the notices approved so far") % words
    return story_as_read(row, _reader(request, look, place, side), ribbon)


def _reader(request: HttpRequest, look: Look, place: Place, side: str) -> Reader:
    rules = look.data.book.rules
    if side == WITH:
        rules = rules_with(look.candidate, rules)
    return Reader(
        place=place,
        carry=Carry(((preview.PARAMETER, preview.token_for(place.region)),)),
        origin=f"{request.scheme}://{request.get_host()}",
        now=look.moment,
        standing=under(look.data, rules),
    )


def _context(request: HttpRequest, look: Look, title: str) -> dict[str, Any]:
    notice = look.candidate.notice
    return desk.each_context(request) | {
        "title": title,
        "notice": notice,
        "opts": notice._meta,
        "candidate": look.candidate,
        "choices": _choices(notice),
        "refusal": look.refusal,
        "moment": in_both(look.moment, notice.legal_timezone),
        "at": request.GET.get("at", ""),
    }


def _choices(notice: LegalNotice) -> list[tuple[str, str]]:
    """What can be looked at: the working copy and the latest versions."""
    numbers = notice.versions.order_by("-number").values_list("number", flat=True)[:20]
    versions = [(str(one), _("version %(number)s") % {"number": one}) for one in numbers]
    return [(DRAFT, _("the working copy")), *versions]


def _frames(request: HttpRequest, look: Look, story_id: int, place: Place) -> list[tuple[str, str]]:
    """Heading and address of each frame."""
    asked = {"of": look.candidate.key, "region": code_of(place), "story": str(story_id)}
    if request.GET.get("at") and not look.refusal:
        asked["at"] = request.GET["at"]
    base = page_of(look.candidate.notice, "frame")
    headings = {
        WITHOUT: _("Under the notices approved so far"),
        WITH: _("With %(what)s") % {"what": look.candidate.label},
    }
    return [
        (heading, f"{base}?{urlencode(asked | {'side': side})}")
        for side, heading in headings.items()
    ]


def _row(request: HttpRequest, look: Look, story_id: int, place: Place) -> Row:
    """What differs for this reader on this page, in words."""
    page = page_asked(staff(request), look.candidate, look.data, story=str(story_id))
    zone = Zone(key="", name="", places=(), region=place.region)
    comparison = compare(look.candidate, look.data, look.moment)
    return row_of(zone, comparison, page, naming(request, look.candidate.notice))


def region_choices(atlas: Atlas, names: dict[str, str]) -> list[tuple[str, str]]:
    """Where a reader can be: countries and subdivisions, by name; first, nobody knows."""
    codes = (code for code in names if atlas.kinds.get(code) in PLACES)
    named = sorted((names[code], code) for code in codes)
    return [(UNKNOWN_CODE, _("an unknown place")), *((code, name) for name, code in named)]


def _place_name(place: Place, names: dict[str, str]) -> str:
    return names.get(place.region, _("an unknown place"))


def _answer(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["refusal"] else 200
    return TemplateResponse(request, template, context, status=status)
