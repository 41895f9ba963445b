"""Breaking news on one screen: headline, two lines, place, live; stood down with one click."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.alert_form import HOURS, AlertForm, alert_form, alerts_up
from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.models import LanguageService, PublishedStory, Section
from articles.pages.addresses import story_path
from articles.publishing.breaking import Flash, break_news, stand_down
from articles.publishing.clock import in_zone
from articles.publishing.permissions import Deed, services_where
from articles.publishing.refusals import VerbRefused


class BreakingForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput)
    service = forms.ModelChoiceField(
        LanguageService.objects.none(), label=gettext_lazy("Service"), empty_label=None
    )
    headline = forms.CharField(
        label=gettext_lazy("Headline"),
        max_length=250,
        widget=forms.TextInput(attrs={"autofocus": True, "dir": "auto"}),
    )
    lines = forms.CharField(
        label=gettext_lazy("What is known"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("Two lines are enough. Each line becomes a paragraph."),
        max_length=5000,
    )
    dateline = forms.CharField(
        label=gettext_lazy("Place"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    section = forms.ModelChoiceField(
        Section.objects.none(), label=gettext_lazy("Section"), required=False
    )
    hours = forms.TypedChoiceField(
        label=gettext_lazy("Breaking for"), choices=HOURS, coerce=int, initial=3
    )

    def __init__(self, services: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = services  # type: ignore[attr-defined]
        sections = Section.objects.filter(service__in=services).select_related("service")
        self.fields["section"].queryset = sections  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        section, service = cleaned.get("section"), cleaned.get("service")
        if section and service and section.service_id != service.pk:
            self.add_error("section", _("That is a section of another service."))
        return cleaned

    def flash(self) -> Flash:
        typed = self.cleaned_data
        return Flash(
            key=typed["key"], service=typed["service"], headline=typed["headline"],
            lines=typed["lines"], dateline=typed["dateline"], section=typed["section"],
            lasts=timedelta(hours=typed["hours"]),
        )  # fmt: skip


def breaking_view(request: HttpRequest) -> HttpResponse:
    user = staff(request)
    services = services_where(user, Deed.PUBLISH)
    form = BreakingForm(services, request.POST or None, initial={"key": uuid.uuid4()})
    refusal = ""
    if request.method == "POST":
        if form.is_valid():
            try:
                on_air = break_news(form.flash(), actor=user, now=timezone.now())
            except VerbRefused as error:
                refusal = str(error)
            else:
                messages.success(request, _("“%(headline)s” is live.") % {"headline": on_air})
                return HttpResponseRedirect(f"{reverse('admin:breaking')}?live={on_air.pk}")
        refusal = refusal or _("Mend what is marked; nothing of what you typed is lost.")
    return shown(request, form=form, refusal=refusal)


def shown(
    request: HttpRequest,
    *,
    form: BreakingForm | None = None,
    alert: AlertForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    """The page with both forms, the one that was sent as it was filled in."""
    user, now = staff(request), timezone.now()
    services = services_where(user, Deed.PUBLISH)
    ups, told = alerts_up(user, now)
    context = desk.each_context(request) | {
        "title": _("Breaking news"), "refusal": refusal, "ups": ups,
        "form": form or BreakingForm(services, initial={"key": uuid.uuid4()}),
        "alert": alert or alert_form(user), "is_strip": alert is not None,
        "rows": _breaking(services, told), "live": request.GET.get("live", ""),
    }  # fmt: skip
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/story/breaking.html", context, status=status)


def _breaking(services: Any, told: set[int]) -> list[dict[str, Any]]:
    """Stories labelled as breaking without a strip of their own, the newest first; one query."""
    found = PublishedStory.objects.breaking(timezone.now()).filter(service__in=services)
    found = found.exclude(pk__in=told)
    rows = found.select_related("service").defer("document").order_by("-published_at")[:50]
    return [
        {
            "story": row,
            "until": in_zone(row.breaking_until, row.service.time_zone),  # type: ignore[arg-type]
            "path": story_path(row.service.slug, row.slug, row.pk),
        }
        for row in rows
    ]


def stand_down_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """POST alone; what is not the user's is not there."""
    services = services_where(staff(request), Deed.PUBLISH)
    on_air = get_object_or_404(PublishedStory, pk=story_id, service__in=services)
    if request.method == "POST":
        try:
            stand_down(on_air.story, actor=staff(request), now=timezone.now())
        except VerbRefused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("“%(headline)s” was stood down.") % {"headline": on_air})
    return HttpResponseRedirect(reverse("admin:breaking"))


desk.add_page(
    DeskPage(
        route="breaking/",
        view=breaking_view,
        name="breaking",
        title=gettext_lazy("Breaking news"),
        deed=Deed.PUBLISH,
        about=gettext_lazy("Headline, two lines, place: live at once."),
    )
)
desk.add_page(
    DeskPage(
        route="breaking/<int:story_id>/down/",
        view=stand_down_view,
        name="stand_down",
        title=gettext_lazy("Stand down"),
        deed=Deed.PUBLISH,
        is_listed=False,
    )
)
