"""The fields of a photo's forms: moments in UTC, cleaned lines, and what is flagged in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.text.alt_text import AltFault, alt_fault
from articles.text.sanitise import clean_line

MOMENT = "%Y-%m-%dT%H:%M:%S"
# As IPTC's digital source type names them; empty: an ordinary photograph, or not known.
SOURCE_TYPES = [
    ("", _("Not stated")),
    ("digitalCapture", _("Digital photograph")),
    ("negativeFilm", _("From film or print")),
    ("screenCapture", _("Screen grab")),
    ("compositeCapture", _("Composite of photographs")),
    ("humanEdits", _("Edited by a person, beyond toning")),
    ("algorithmicallyEnhanced", _("Improved by software")),
    ("compositeWithTrainedAlgorithmicMedia", _("Edited with generative AI")),
    ("trainedAlgorithmicMedia", _("Made by generative AI")),
    ("algorithmicMedia", _("Made by software, without learning from pictures")),
    ("digitalArt", _("Drawn by a person")),
    ("dataDrivenMedia", _("Chart or map from data")),
]


SAID = {
    AltFault.MISSING: _("There is no alt text in this language: say what the picture shows."),
    AltFault.IS_CAPTION: _("The alt text repeats the caption: say what the picture shows instead."),
    AltFault.IS_FILE_NAME: _("The alt text is a file's name: say what the picture shows instead."),
}


class MomentField(forms.DateTimeField):
    """One native field for day and time, in UTC."""

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"type": "datetime-local", "step": "any", "class": "photo-moment"}
        widget = forms.DateTimeInput(attrs=attributes, format=MOMENT)
        super().__init__(required=False, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, datetime) and timezone.is_aware(value):
            return value.astimezone(UTC).replace(tzinfo=None)
        return value


class SourceTypeField(forms.ChoiceField):
    """A closed list, and whatever a file said of itself beside it."""

    def __init__(self) -> None:
        super().__init__(label=_("digital source type"), required=False, choices=SOURCE_TYPES)

    def keep(self, value: str) -> None:
        """Offer what is stored already."""
        if value and value not in dict(SOURCE_TYPES):
            self.choices = [*SOURCE_TYPES, (value, value)]


def clean_lines(cleaned: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: clean_line(cleaned[name] or "") for name in names if name in cleaned}


def alt_problem(alt_text: str, caption: str, title: str = "") -> str:
    """What is wrong with an alt text that is there, in a sentence; empty when nothing is."""
    fault = alt_fault(alt_text, [caption], title)
    return "" if fault in (None, AltFault.MISSING) else str(SAID[fault])
