"""A new story: for which service, and as what it starts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.permissions import staff
from articles.admin.photo_picker import numbers
from articles.admin.site import DeskPage, desk
from articles.models import LanguageService
from articles.publishing.permissions import Deed, may, services_where
from articles.publishing.templates import start_of, starts_for
from articles.vocabularies import TemplateKind

ABOUT = {
    TemplateKind.REPORT: gettext_lazy("What happened, with everything open."),
    TemplateKind.BREAKING: gettext_lazy("Kicker and urgency are set; what is known, what is not."),
    TemplateKind.INTERVIEW: gettext_lazy("Questions as subheads, answers below them."),
    TemplateKind.LIVE: gettext_lazy("The latest on top, what came before below."),
    TemplateKind.PHOTO_ESSAY: gettext_lazy("Photos lead; a gallery with captions."),
}


@dataclass(frozen=True)
class Offer:
    kind: TemplateKind
    about: str
    url: str


def new_story_view(request: HttpRequest) -> HttpResponse:
    services = list(services_where(staff(request), Deed.WRITE_STORY))
    chosen = _chosen(request, services)
    context = desk.each_context(request) | {
        "title": _("New story"),
        "services": services if len(services) > 1 else [],
        "chosen": chosen,
        "offers": list(_offers(chosen)) if chosen else [],
        "may_change": chosen is not None and may(staff(request), Deed.EDIT_TEMPLATE, chosen),
    }
    return TemplateResponse(request, "admin/story/new.html", context)


def _chosen(request: HttpRequest, services: list[LanguageService]) -> LanguageService | None:
    """The asked service among the user's; else the first of them."""
    asked = numbers(request.GET.get("service", ""))
    return next((one for one in services if one.pk in asked), services[0] if services else None)


def _offers(service: LanguageService) -> Iterator[Offer]:
    to_form = reverse("admin:articles_story_add")
    for start in starts_for(service):
        asked = urlencode({"service": service.pk, "start": start.kind})
        yield Offer(start.kind, str(ABOUT[start.kind]), f"{to_form}?{asked}")


def initial_of(request: HttpRequest, services: Any) -> dict[str, Any]:
    """What the empty form begins with, as its address asks; what it may not have is left out."""
    service = _chosen(request, list(services))
    if service is None:
        return {}
    kind = request.GET.get("start", "")
    values = start_of(service, TemplateKind(kind)).values if kind in TemplateKind.values else {}
    return {"service": service.pk} | values


desk.add_page(
    DeskPage(
        route="new-story/",
        view=new_story_view,
        name="new_story",
        title=gettext_lazy("New story"),
        deed=Deed.WRITE_STORY,
        about=gettext_lazy("A report, breaking news, an interview, live, or a photo essay."),
    )
)
