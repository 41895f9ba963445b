"""The strip's form, and the strips that are up: a line for each service."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext_lazy

from articles.models import BreakingAlert, LanguageService, PublishedStory
from articles.pages.addresses import story_path
from articles.publishing.alert import LONGEST_TEXT, Alarm, Line
from articles.publishing.clock import in_zone
from articles.publishing.permissions import Deed, services_where
from articles.vocabularies import AlertLabel, PubStatus

HOURS = [(1, gettext_lazy("1 hour")), (3, gettext_lazy("3 hours")), (6, gettext_lazy("6 hours")),
         (12, gettext_lazy("12 hours"))]  # fmt: skip
LEADS_TO = 40


class AlertForm(forms.Form):
    """``text_<slug>`` for each service of the user; where it is empty nothing is shown."""

    alert_key = forms.UUIDField(widget=forms.HiddenInput)
    label = forms.ChoiceField(label=gettext_lazy("It says"), choices=AlertLabel.choices)
    story = forms.ModelChoiceField(
        PublishedStory.objects.none(), label=gettext_lazy("Leads to"), required=False,
        empty_label=gettext_lazy("no story yet"),
    )  # fmt: skip
    hours = forms.TypedChoiceField(label=gettext_lazy("For"), choices=HOURS, coerce=int, initial=3)

    def __init__(self, services: Iterable[LanguageService], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.services = list(services)
        rows = PublishedStory.objects.cards().filter(service__in=self.services)
        newest = rows.newest_first().values_list("pk", flat=True)[:LEADS_TO]
        self.fields["story"].queryset = rows.filter(pk__in=list(newest))  # type: ignore[attr-defined]
        for service in self.services:
            widget = forms.TextInput(attrs={"dir": service.direction, "lang": service.language})
            self.fields[f"text_{service.slug}"] = forms.CharField(
                label=service.name, max_length=LONGEST_TEXT, required=False, widget=widget
            )

    @property
    def texts(self) -> list[forms.BoundField]:
        return [self[f"text_{service.slug}"] for service in self.services]

    def alarm(self) -> Alarm:
        """A service without words has no strip; the story's own says the headline then."""
        typed = self.cleaned_data
        versions = _versions(typed["story"])
        lines = [
            Line(service, text, versions.get(service.pk))
            for service in self.services
            if (text := typed[f"text_{service.slug}"])
            or (typed["story"] and typed["story"].service_id == service.pk)
        ]
        return Alarm(typed["alert_key"], lines, typed["label"], timedelta(hours=typed["hours"]))


def _versions(on_air: PublishedStory | None) -> dict[int, Any]:
    """The story in each service that has it."""
    if on_air is None:
        return {}
    rows = PublishedStory.objects.filter(
        translation_key=on_air.translation_key, pub_status=PubStatus.USABLE
    )
    return {row.service_id: row.story for row in rows.select_related("story")}


def alert_form(user: User, data: Any = None) -> AlertForm:
    services = services_where(user, Deed.RAISE_ALERT)
    return AlertForm(services, data, initial={"alert_key": uuid.uuid4()})


@dataclass(frozen=True)
class Up:
    """What stands on top of services now; ``lines`` are (service, words, path of the story)."""

    label: str
    until: str
    lines: list[tuple[str, str, str]]
    down: str


def alerts_up(user: User, now: datetime) -> tuple[list[Up], set[int]]:
    """With the stories that they lead to; two queries."""
    services = services_where(user, Deed.RAISE_ALERT)
    found = BreakingAlert.objects.up(now).filter(service__in=services).select_related("service")
    rows = PublishedStory.objects.cards().in_bulk({one.story_id for one in found if one.story_id})
    by_key: dict[UUID, list[BreakingAlert]] = {}
    for one in found:
        by_key.setdefault(one.key, []).append(one)
    ups = [_up(key, alerts, rows) for key, alerts in by_key.items()]
    return ups, set(rows)


def _up(key: UUID, alerts: list[BreakingAlert], rows: dict[int, PublishedStory]) -> Up:
    first = alerts[0]
    lines = []
    for one in alerts:
        row = rows.get(one.story_id or 0)
        path = story_path(one.service.slug, row.slug, row.pk) if row else ""
        lines.append((one.service.name, one.text or (row.headline if row else ""), path))
    return Up(
        str(AlertLabel(first.label).label),
        in_zone(first.until, first.service.time_zone),
        lines,
        reverse("admin:alert_down", args=[key]),
    )
