"""The strip without a new story: up at once in several services; and down with one click."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.alert_form import alert_form
from articles.admin.breaking import shown
from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.caching import ledger
from articles.models import BreakingAlert, PublishedStory
from articles.publishing.alert import raise_alert, stand_down_alert
from articles.publishing.breaking import stand_down
from articles.publishing.permissions import Deed, services_where
from articles.publishing.refusals import VerbRefused


def raise_view(request: HttpRequest) -> HttpResponse:
    """POST alone; what is refused is shown on the page of breaking news again (422)."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("admin:breaking"))
    form, refusal = alert_form(staff(request), request.POST), ""
    if form.is_valid():
        try:
            made = raise_alert(form.alarm(), actor=staff(request), now=timezone.now())
        except VerbRefused as error:
            refusal = str(error)
        else:
            services = ", ".join(one.service.name for one in made)
            messages.success(request, _("The strip is up: %(services)s.") % {"services": services})
            return HttpResponseRedirect(reverse("admin:breaking"))
    refusal = refusal or _("Mend what is marked; nothing of what you typed is lost.")
    return shown(request, alert=form, refusal=refusal)


def down_view(request: HttpRequest, key: UUID) -> HttpResponse:
    """POST alone. With the strip the flag of its story goes, too: one step."""
    user, now = staff(request), timezone.now()
    mine = BreakingAlert.objects.filter(key=key, service__in=services_where(user, Deed.RAISE_ALERT))
    if not mine.exists():
        raise Http404
    if request.method == "POST":
        try:
            with transaction.atomic(), ledger.at_the_end():
                stand_down_alert(key, actor=user, now=now)
                for story in _breaking_stories(mine, now):
                    stand_down(story, actor=user, now=now)
        except VerbRefused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The strip is down."))
    return HttpResponseRedirect(reverse("admin:breaking"))


def _breaking_stories(alerts: Any, now: datetime) -> list[Any]:
    ids = alerts.filter(story__isnull=False).values("story")
    rows = PublishedStory.objects.breaking(now).filter(story__in=ids).select_related("story")
    return [row.story for row in rows]


desk.add_page(
    DeskPage(
        route="breaking/strip/",
        view=raise_view,
        name="alert",
        title=gettext_lazy("Strip"),
        deed=Deed.RAISE_ALERT,
        is_listed=False,
    )
)
desk.add_page(
    DeskPage(
        route="breaking/strip/<uuid:key>/down/",
        view=down_view,
        name="alert_down",
        title=gettext_lazy("Stand down"),
        deed=Deed.RAISE_ALERT,
        is_listed=False,
    )
)
