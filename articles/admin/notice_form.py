"""The notice form: what is typed is checked, cleaned, and never silently lost or overwritten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_moments import MomentFields
from articles.admin.notice_targets import TargetFields
from articles.admin.notice_words import EFFECTS, HELP, PLACEMENTS, REACHES, explained
from articles.models import LegalNotice
from articles.publishing.actors import name_of
from articles.publishing.clock import in_one_piece
from articles.publishing.starters import USUAL_REACH
from articles.text.sanitise import clean_line, clean_text
from articles.vocabularies import Effect, NoticeKind, Placement, Reach

LINES = ("demanding_party", "legal_basis", "group_key")


class SeveralOf(forms.MultipleChoiceField):
    """Several terms of a vocabulary, kept as a JSON list in the vocabulary's order."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, terms: type[TextChoices], why: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(choices=explained(terms, why), required=False, **kwargs)
        self.order = terms.values

    def clean(self, value: Any) -> list[str]:
        chosen = set(super().clean(value))
        return [term for term in self.order if term in chosen]


class LegalNoticeForm(TargetFields, MomentFields, forms.ModelForm):
    """``user`` is set for each request by the admin."""

    placements = SeveralOf(Placement, PLACEMENTS, label=gettext_lazy("Places"))
    effects = SeveralOf(Effect, EFFECTS, label=gettext_lazy("Switched off"))
    reach = forms.ChoiceField(
        choices=explained(Reach, REACHES), label=gettext_lazy("Reach"), widget=forms.RadioSelect
    )
    min_scale = forms.DecimalField(
        label=gettext_lazy("Least size, times the text"),
        min_value=1, max_value=4, max_digits=3, decimal_places=1, initial=1,
    )  # fmt: skip
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = LegalNotice
        fields = "__all__"
        help_texts = HELP
        labels = {
            "slug": gettext_lazy("Short name"),
            "kind": gettext_lazy("Kind"),
            "legal_timezone": gettext_lazy("Legal time zone"),
            "demanding_party": gettext_lazy("Who demands it"),
            "legal_basis": gettext_lazy("Legal basis"),
            "citation_url": gettext_lazy("Address of the law"),
            "blocked_by_url": gettext_lazy("Blocked by"),
            "group_key": gettext_lazy("Alternatives"),
            "verbatim": gettext_lazy("Wording fixed by law"),
            "public_reason": gettext_lazy("The reason may be told"),
            "reaches_translations": gettext_lazy("Also the other language versions"),
            "when_pushed": gettext_lazy("In deliveries to partners"),
            "internal_note": gettext_lazy("Internal note"),
        }
        widgets = {
            "internal_note": forms.Textarea(attrs={"rows": 3}),
            "citation_url": forms.URLInput(attrs={"placeholder": "https://"}),
            "blocked_by_url": forms.URLInput(attrs={"placeholder": "https://"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = seen_of(self.instance)
        self.prepare_targets()
        self._prepare_kind()
        self.prepare_moments()

    # -- Before the form is shown ------------------------------------------------------------------

    def _prepare_kind(self) -> None:
        if "kind" in self.fields:
            self.fields["kind"].widget.attrs["data-usual-reach"] = json.dumps(USUAL_REACH)

    # -- After it was sent -------------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in LINES:
            if name in cleaned:
                cleaned[name] = clean_line(cleaned[name] or "")
        if "internal_note" in cleaned:
            cleaned["internal_note"] = clean_text(cleaned["internal_note"] or "")
        self.clean_moments(cleaned)
        self.clean_targets(cleaned)
        self._needs_a_place(cleaned)
        self._refuse_to_overwrite()
        return cleaned

    def _needs_a_place(self, cleaned: dict[str, Any]) -> None:
        may_do_without = cleaned.get("kind") in (None, NoticeKind.WITHHELD)
        if not may_do_without and cleaned.get("placements") == []:
            self.add_error("placements", _("Choose at least one place on the page."))

    def _refuse_to_overwrite(self) -> None:
        """The row is locked until this request is over, so that of two people one comes second."""
        if not self.instance.pk:
            return
        rows = LegalNotice.objects.select_for_update(of=("self",)).select_related("changed_by")
        current = rows.get(pk=self.instance.pk)
        if self.data.get(self.add_prefix("seen")) == seen_of(current):
            return
        text = _(
            "%(who)s saved this notice after you had opened it (%(when)s UTC). What you typed is "
            "still here and was not saved. Look at the other version in a new window; if you save "
            "again, yours takes its place."
        )
        who = name_of(current.changed_by) if current.changed_by else _("Somebody")
        when = in_one_piece(f"{current.changed_at:%Y-%m-%d %H:%M}")
        self.add_error(None, text % {"who": who, "when": when})
        typed = cast(QueryDict, self.data).copy()
        typed[self.add_prefix("seen")] = seen_of(current)
        self.data = typed


def seen_of(notice: LegalNotice) -> str:
    """Which state of the notice somebody has before them."""
    return notice.changed_at.isoformat() if notice.pk else ""
