"""Arranging a front: one screen, saved as one goes, put on air with one button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.front_access import Asked, front_for
from articles.admin.front_form import slots_sent
from articles.admin.front_rows import BLANK, CROPS, SIZES, slot_rows, standing_of_front
from articles.admin.front_stories import newest, offers
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_access import number_in
from articles.models import Front
from articles.publishing.clock import in_zone
from articles.publishing.front_preflight import front_preflight
from articles.publishing.front_record import changed_sentence
from articles.publishing.front_slots import MOST_LINKS, MOST_SLOTS, Slot, slots_of
from articles.publishing.put_front_on_air import put_front_back, put_front_on_air
from articles.publishing.refusals import VerbRefused
from articles.publishing.save_front import save_front, take_up_front

REFUSED, CONFLICT = 422, 409


def front_view(request: HttpRequest, service_slug: str, place: str) -> HttpResponse:
    """GET shows it; POST saves, and puts on air where ``air`` was pressed."""
    asked = front_for(request, service_slug, place)
    if request.method != "POST":
        return _shown(request, asked)
    slots: list[Slot] | None = None
    try:
        slots = slots_sent(request.POST, asked.service.time_zone)
        return _saved(request, asked, slots)
    except VerbRefused as error:
        return _refused(request, asked, str(error), slots)


def _saved(request: HttpRequest, asked: Asked, slots: list[Slot]) -> HttpResponse:
    user, now = staff(request), timezone.now()
    seen = number_in(request.POST.get("edits", ""))
    saved = save_front(asked.service, asked.section, slots, seen=seen, actor=user, now=now)
    front = saved.front
    if saved.beside:
        kept = {"number": saved.beside.number}
        sentence = changed_sentence(front) + " " + _("Yours is kept as version %(number)s.") % kept
        return _refused(request, asked, sentence, None, CONFLICT)
    if "air" in request.POST:
        put_front_on_air(front, seen=front.edits, actor=user, now=now)
        messages.success(request, _("“%(front)s” is on air.") % {"front": front})
    elif _wants_json(request):
        return JsonResponse(_told(front))
    return HttpResponseRedirect(asked.url())


def _refused(
    request: HttpRequest, asked: Asked, sentence: str, slots: list[Slot] | None,
    status: int = REFUSED,
) -> HttpResponse:  # fmt: skip
    """What was arranged stays on the page, unless somebody else's draft stands there now."""
    if _wants_json(request):
        return JsonResponse({"said": sentence}, status=status)
    return _shown(request, asked, refusal=sentence, slots=slots, status=status)


def _told(front: Front) -> dict[str, Any]:
    slots = slots_of(front.draft)
    problems = front_preflight(slots, front.service, now=timezone.now())
    when = in_zone(front.changed_at, front.service.time_zone) if front.changed_at else ""
    return {
        "edits": front.edits,
        "said": _("Saved %(when)s") % {"when": when},
        "problems": [{"says": one.message, "blocks": one.blocks} for one in problems],
    }


def _shown(
    request: HttpRequest,
    asked: Asked,
    *,
    refusal: str = "",
    slots: list[Slot] | None = None,
    status: int = 200,
) -> HttpResponse:
    front, now = asked.front, timezone.now()
    context = standing_of_front(front, now)
    if slots is not None:
        context["rows"] = slot_rows(slots, asked.service)
    arranged = slots if slots is not None else slots_of(front.draft)
    context |= desk.each_context(request) | {
        "title": _("Front: %(name)s") % {"name": front},
        "front": front, "asked": asked, "refusal": refusal,
        "problems": front_preflight(arranged, asked.service, now=now) if arranged else [],
        "blank": BLANK, "sizes": SIZES, "crops": CROPS,
        "most_slots": MOST_SLOTS, "most_links": MOST_LINKS,
        "offers": offers(newest(asked.service, asked.section), asked.service),
        "zone": asked.service.time_zone.rpartition("/")[2].replace("_", " "),
        "urls": {name: asked.url(name) for name in ("front", "front_stories", "front_look")},
    }  # fmt: skip
    return TemplateResponse(request, "admin/front/front.html", context, status=status)


def back_view(request: HttpRequest, service_slug: str, place: str, number: int) -> HttpResponse:
    """Undo: POST puts an earlier front on air again; the draft stays."""
    asked = front_for(request, service_slug, place)
    if request.method == "POST":
        try:
            put_front_back(asked.front, number, actor=staff(request), now=timezone.now())
        except VerbRefused as error:
            messages.error(request, str(error))
        else:
            told = _("Version %(number)s is on air again. The draft is as it was.")
            messages.success(request, told % {"number": number})
    return HttpResponseRedirect(asked.url())


def take_view(request: HttpRequest, service_slug: str, place: str, number: int) -> HttpResponse:
    """POST makes an earlier front the draft; what stands there is kept."""
    asked = front_for(request, service_slug, place)
    if request.method == "POST":
        seen = number_in(request.POST.get("edits", ""))
        try:
            take_up_front(asked.front, number, seen=seen, actor=staff(request), now=timezone.now())
        except VerbRefused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("You go on from version %(number)s.") % {"number": number})
    return HttpResponseRedirect(asked.url())


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("accept", "") == "application/json"
