"""What the page "Withhold in …" asks: place, order, time, and what may be told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_terms import region_names
from articles.admin.notice_when import in_utc
from articles.models import Story
from articles.models.service import is_time_zone
from articles.vocabularies import WhenPushed


class LocalMoment(forms.DateTimeField):
    """A moment as it is typed: it gets its time zone from the field beside it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **kwargs)

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        try:
            moment = datetime.fromisoformat(str(value).strip())
        except ValueError as error:
            message = _("“%(value)s” is no date with a time, such as 2026-03-01T00:00.")
            raise forms.ValidationError(message, params={"value": str(value)[:40]}) from error
        return moment.replace(tzinfo=None)


class OrderForm(forms.Form):
    regions = forms.MultipleChoiceField(
        label=gettext_lazy("Where"),
        help_text=gettext_lazy("Countries, their parts, or groups of them."),
        error_messages={
            "required": gettext_lazy("An order says where: choose at least one place."),
            "invalid_choice": gettext_lazy("There is no place “%(value)s” in the atlas."),
        },
    )
    demanding_party = forms.CharField(
        label=gettext_lazy("Demanded by"), max_length=200, required=False,
        help_text=gettext_lazy("The court or authority."),
    )  # fmt: skip
    legal_basis = forms.CharField(label=gettext_lazy("Legal basis"), max_length=500, required=False)
    citation_url = forms.URLField(
        label=gettext_lazy("Where the law or the order can be read"), required=False,
        assume_scheme="https", max_length=200,
    )  # fmt: skip
    blocked_by_url = forms.URLField(
        label=gettext_lazy("Who implements the block"), required=False, assume_scheme="https",
        max_length=200,
        help_text=gettext_lazy(
            "An address of the one who blocks, sent along where the reason may be told."
        ),
    )  # fmt: skip
    legal_timezone = forms.CharField(
        label=gettext_lazy("Legal time zone"), max_length=60, initial="UTC",
        help_text=gettext_lazy("In which the order counts its hours: Europe/London."),
    )  # fmt: skip
    starts_at = LocalMoment(
        label=gettext_lazy("From"), required=False,
        help_text=gettext_lazy("Empty: as soon as it is approved."),
    )  # fmt: skip
    ends_at = LocalMoment(
        label=gettext_lazy("Until"), required=False, help_text=gettext_lazy("Empty: without end.")
    )
    public_reason = forms.BooleanField(
        label=gettext_lazy("Readers may be told who demanded it, and by which law"),
        required=False,
    )
    title = forms.CharField(
        label=gettext_lazy("What readers are told"), max_length=300, required=False,
        help_text=gettext_lazy(
            "The sentence proposed tells nothing: not even that there is an order."
        ),
    )  # fmt: skip
    body = forms.CharField(
        label=gettext_lazy("And, if it may be said, more"), required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    reaches_translations = forms.BooleanField(
        label=gettext_lazy("Also its other language versions"), required=False, initial=True
    )
    when_pushed = forms.ChoiceField(
        label=gettext_lazy("In deliveries to partners"), choices=WhenPushed.choices,
        initial=WhenPushed.DROP,
        help_text=gettext_lazy("Deliveries and mirrors know no reader’s place."),
    )  # fmt: skip
    key = forms.RegexField(r"^[a-z0-9]{8}$", widget=forms.HiddenInput)

    def __init__(self, story: Story, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = sorted((name, code) for code, name in region_names().items())
        regions: Any = self.fields["regions"]
        regions.choices = [(code, f"{name} ({code})") for name, code in choices]
        regions.widget.attrs |= {"class": "law-region", "size": 8}
        direction = {"dir": story.service.direction, "lang": story.service.language}
        for name in ("title", "body"):
            self.fields[name].widget.attrs |= direction
        self.fields["legal_timezone"].widget.attrs["list"] = "time-zones"

    def clean_legal_timezone(self) -> str:
        zone: str = self.cleaned_data["legal_timezone"]
        if not is_time_zone(zone):
            message = _("“%(zone)s” is no time zone.")
            raise forms.ValidationError(message, params={"zone": zone[:60]})
        return zone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("starts_at", "ends_at"):
            typed, zone = cleaned.get(name), cleaned.get("legal_timezone")
            if typed and zone:
                cleaned[name] = self._in_zone(name, typed, zone)
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if ends_at and not self.errors and ends_at <= (starts_at or timezone.now()):
            self.add_error("ends_at", _("The order ends before it begins."))
        return cleaned

    def _in_zone(self, name: str, typed: datetime, zone: str) -> datetime | None:
        """The moment meant; an hour that never comes, or comes twice, is not guessed."""
        try:
            return in_utc(typed, zone, which="")
        except OverflowError:
            self.add_error(name, _("This date is too far away."))
        except forms.ValidationError as error:
            self.add_error(name, error)
            if error.code == "twice":
                text = _("Type this time in UTC, with UTC as the legal time zone.")
                self.add_error("legal_timezone", text)
        return None
