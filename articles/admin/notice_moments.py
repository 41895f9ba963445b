"""The form's fields for when a notice is in force; ``notice_when`` does the reckoning."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import keep_lazy_text
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_when import FIRST, SECOND, in_utc, local_time, pass_of, zone_choices
from articles.models import LegalNotice
from articles.models.service import is_time_zone

MOMENTS = ("starts_at", "ends_at")
YEARS = range(1970, 2201)


class LocalMoment(forms.SplitDateTimeField):
    """A date and a time without a zone; the form knows which zone is meant."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["error_messages"] = {"required": gettext_lazy("Give the date and the time.")}
        super().__init__(widget=_widget(kwargs["label"]), **kwargs)

    def compress(self, data_list: Any) -> datetime | None:
        """As typed: the zone is another field."""
        if not data_list:
            return None
        day, clock = data_list
        if day in self.empty_values:
            raise ValidationError(self.error_messages["invalid_date"], code="invalid_date")
        if clock in self.empty_values:
            raise ValidationError(self.error_messages["invalid_time"], code="invalid_time")
        if day.year not in YEARS:
            raise ValidationError(_("Choose a year from 1970 to 2200."))
        return datetime.combine(day, clock.replace(microsecond=0))


@keep_lazy_text
def _named(words: Any, label: Any) -> str:
    return str(words) % {"label": label}


def _widget(label: str) -> forms.SplitDateTimeWidget:
    widget = forms.SplitDateTimeWidget(
        date_attrs={"aria-label": _named(gettext_lazy("%(label)s: date"), label)},
        time_attrs={"aria-label": _named(gettext_lazy("%(label)s: time"), label)},
        date_format="%Y-%m-%d",
        time_format="%H:%M:%S",
    )
    widget.widgets[0].input_type = "date"
    widget.widgets[1].input_type = "time"
    return widget


class WhichPass(forms.ChoiceField):
    """Of an hour that comes twice: its first or its second time. Shown only then."""

    PASSES = (
        ("", gettext_lazy("choose")),
        (FIRST, gettext_lazy("the first time, before the clocks are turned back")),
        (SECOND, gettext_lazy("the second time, after it")),
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.HiddenInput(), choices=self.PASSES, **kwargs)

    def show(self) -> None:
        self.widget = forms.Select(choices=self.PASSES)


class MomentFields(forms.Form):
    instance: LegalNotice

    starts_at = LocalMoment(label=gettext_lazy("Starts"))
    starts_at_pass = WhichPass(label=gettext_lazy("Starts, of the two"))
    ends_at = LocalMoment(
        label=gettext_lazy("Ends"), required=False, help_text=gettext_lazy("Empty: without end.")
    )
    ends_at_pass = WhichPass(label=gettext_lazy("Ends, of the two"))

    def prepare_moments(self) -> None:
        """Show the clock of the legal time zone; ask which of two only where there are two."""
        zone = self.instance.legal_timezone
        if "legal_timezone" in self.fields:
            typed = str(self.data.get(self.add_prefix("legal_timezone")) or zone)
            picker = forms.Select(
                choices=zone_choices(typed),
                attrs={"class": "notice-picker", "data-theme": "admin-autocomplete"},
            )
            self.fields["legal_timezone"].widget = picker
        for name in MOMENTS:
            moment = getattr(self.instance, name)
            if moment and is_time_zone(zone):
                self.initial[name] = local_time(moment, zone)
                if which := pass_of(moment, zone):
                    self.initial[f"{name}_pass"] = which
                    self._ask_which(name)
            if self.data.get(self.add_prefix(f"{name}_pass")):
                self._ask_which(name)

    def _ask_which(self, name: str) -> None:
        cast(WhichPass, self.fields[f"{name}_pass"]).show()

    def clean_moments(self, cleaned: dict[str, Any]) -> None:
        zone = cleaned.get("legal_timezone") or ""
        for name in MOMENTS:
            local = cleaned.get(name)
            if local is None:
                continue
            if not is_time_zone(zone):  # it was refused, so that nothing will be saved
                cleaned[name] = local.replace(tzinfo=UTC)
                continue
            try:
                cleaned[name] = in_utc(local, zone, cleaned.get(f"{name}_pass") or "")
            except forms.ValidationError as error:
                if error.code == "twice":
                    self._ask_which(name)
                self.add_error(name, error)
        self._ends_after_it_starts(cleaned.get("starts_at"), cleaned.get("ends_at"))

    def _ends_after_it_starts(self, starts_at: datetime | None, ends_at: datetime | None) -> None:
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end must be later than the start."))
