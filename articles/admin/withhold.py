"""“Withhold in …” on a story: the order's own page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from articles.admin.notice_access import MOST, form_of, page_of
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_orders import orders_of
from articles.admin.withhold_form import OrderForm
from articles.models import NoticeVersion, Story
from articles.models.service import time_zones
from articles.publishing.permissions import Deed, holds_in_the_house, may, visible_stories
from articles.publishing.refusals import VerbRefused
from articles.publishing.withhold import Order, neutral_title, withhold

# Of an order's key: without what is easily mistaken.
KEY = "abcdefghijkmnpqrstuvwxyz23456789"


def withhold_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """Asks for the order, proposes it, and leads to its approval by somebody else."""
    story = _story_for(request, story_id)
    form = OrderForm(story, request.POST or None, initial=_initial(story), label_suffix="")
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            order = _order(form.cleaned_data)
            version = withhold(story, order=order, actor=staff(request), now=timezone.now())
        except VerbRefused as error:
            refusal = str(error)
        else:
            messages.success(request, _("The order is proposed. It holds once it is approved."))
            return HttpResponseRedirect(_onward(request, version))
    context = desk.each_context(request) | {
        "title": _("Withhold in …"),
        "story": story,
        "opts": story._meta,
        "form": form,
        "refusal": refusal,
        "zones": sorted(time_zones()),
        "orders": orders_of(request, story, timezone.now()),
        "is_bound": not holds_in_the_house(staff(request), Deed.WITHHOLD),
    }
    is_bad = bool(refusal) or (request.method == "POST")
    return TemplateResponse(
        request, "admin/law/withhold.html", context, status=422 if is_bad else 200
    )


def _story_for(request: HttpRequest, story_id: int) -> Story:
    if story_id > MOST:
        raise Http404
    visible = visible_stories(staff(request)).select_related("service__newsroom")
    story = visible.filter(pk=story_id).first()
    if story is None or not may(staff(request), Deed.WITHHOLD, story):
        raise Http404
    return story


def _initial(story: Story) -> dict[str, Any]:
    return {
        "title": neutral_title(story.service.language),
        "key": get_random_string(8, KEY),
        "reaches_translations": True,
    }


def _order(data: dict[str, Any]) -> Order:
    return Order(
        regions=tuple(data["regions"]),
        starts_at=data["starts_at"] or timezone.now(),
        **{name: data[name] for name in (
            "key", "ends_at", "legal_timezone", "title", "body", "demanding_party",
            "legal_basis", "citation_url", "blocked_by_url", "public_reason",
            "reaches_translations", "when_pushed",
        )},
    )  # fmt: skip


def _onward(request: HttpRequest, version: NoticeVersion) -> str:
    """To the approval's page; administrators, who do not approve, to the notice."""
    if may(staff(request), Deed.APPROVE_NOTICE, version.notice):
        return page_of(version.notice, "approve")
    return form_of(version.notice)
