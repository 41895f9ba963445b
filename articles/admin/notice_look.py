"""One look at a notice: which of its states, at which moment, and what its pages share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.live_law import fresh_standing
from articles.admin.notice_access import notice_for
from articles.admin.notice_asked import (
    PLACES,
    UNKNOWN_CODE,
    Nonsense,
    moment_asked,
)
from articles.admin.notice_candidate import DRAFT, Candidate, candidate_called
from articles.admin.notice_terms import as_of
from articles.admin.site import desk
from articles.legal.atlas import Atlas, Place
from articles.models import LegalNotice
from articles.pages.standing import Standing
from articles.publishing.permissions import Deed


@dataclass(frozen=True)
class Look:
    """One notice under one candidate at one moment."""

    candidate: Candidate
    data: Standing
    moment: datetime
    refusal: str = ""


def look_at(request: HttpRequest, notice_id: int) -> Look:
    notice = notice_for(request, notice_id, Deed.VIEW_NOTICE)
    now = timezone.now()
    candidate = candidate_called(notice, request.GET.get("of", ""))
    data = fresh_standing(now)
    try:
        moment = moment_asked(request.GET.get("at", ""), candidate, now)
    except Nonsense as error:
        return Look(candidate, data, candidate.moment(now), str(error))
    return Look(candidate, data, moment)


def look_context(request: HttpRequest, look: Look, title: str) -> dict[str, Any]:
    notice = look.candidate.notice
    return desk.each_context(request) | {
        "title": title,
        "notice": notice,
        "opts": notice._meta,
        "candidate": look.candidate,
        "choices": _choices(notice),
        "refusal": look.refusal,
        "moment": as_of(look.moment, notice.legal_timezone),
        "at": request.GET.get("at", ""),
    }


def _choices(notice: LegalNotice) -> list[tuple[str, str]]:
    """What can be looked at: the working copy and the latest versions."""
    numbers = notice.versions.order_by("-number").values_list("number", flat=True)[:20]
    versions = [(str(one), _("version %(number)s") % {"number": one}) for one in numbers]
    return [(DRAFT, _("the working copy")), *versions]


def region_choices(atlas: Atlas, names: dict[str, str]) -> list[tuple[str, str]]:
    """Where a reader can be: countries and subdivisions, by name; first, nobody knows."""
    codes = (code for code in names if atlas.kinds.get(code) in PLACES)
    named = sorted((names[code], code) for code in codes)
    return [(UNKNOWN_CODE, _("an unknown place")), *((code, name) for name, code in named)]


def place_name(place: Place, names: dict[str, str]) -> str:
    return names.get(place.region, _("an unknown place"))


def answered(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["refusal"] else 200
    return TemplateResponse(request, template, context, status=status)
