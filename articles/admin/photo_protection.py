"""The protection of people as the photo page sends it: compared with what the page showed.

Whoever changed a caption on a page that was left open for long asks for no change of protection.
"""

from __future__ import annotations

import json
from typing import Any, cast

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.admin.photo_shown import ShownForm
from articles.models import Photo
from articles.publishing.photo_fields import is_covered

PROTECTION = ("people_at_risk", "blurred_areas")
MEANWHILE = _("Somebody else changed the protection meanwhile: look at it again.")

Protection = dict[str, Any]


def protection_of(photo: Photo) -> Protection:
    return {name: getattr(photo, name) for name in PROTECTION}


class ProtectionForm(ShownForm):
    """``before``: the photo's protection as the form found it in the database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = protection_of(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        changed = set(PROTECTION) & set(self.changed_data)
        if changed and changed <= set(cleaned) and self._is_stale():
            self.add_error("people_at_risk", MEANWHILE)
            self._show_both(cleaned)
        return cleaned

    def protection(self) -> Protection | None:
        """What ``protect`` is to be told; None when nothing of it was changed."""
        changed = set(PROTECTION) & set(self.changed_data)
        asked = self.before | {name: self.cleaned_data[name] for name in changed}
        if not all(map(self.is_told, PROTECTION)):
            asked = both(self.before, asked)  # nothing is lifted that nobody is known to have seen
        return asked if asked != self.before else None

    def _is_stale(self) -> bool:
        return any(
            self.is_told(name) and self.fields[name].has_changed(self._shown(name), now)
            for name, now in self._now().items()
        )

    def _now(self) -> dict[str, Any]:
        areas = json.dumps(self.before["blurred_areas"])
        return {"people_at_risk": self.before["people_at_risk"], "blurred_areas": areas}

    def _shown(self, name: str) -> Any:
        return self.fields[name].to_python(self.data[self.add_initial_prefix(name)])

    def _show_both(self, cleaned: dict[str, Any]) -> None:
        """The page comes back with what others protected and what was drawn; then it was seen."""
        seen = both(self.before, {name: cleaned.get(name) for name in PROTECTION})
        sent = cast(QueryDict, self.data).copy()
        for name, now in self._now().items():
            sent[self.add_initial_prefix(name)] = str(now)
        sent[self.add_prefix("blurred_areas")] = json.dumps(seen["blurred_areas"])
        if seen["people_at_risk"]:
            sent[self.add_prefix("people_at_risk")] = "on"
        self.data = sent


def both(one: Protection, other: Protection) -> Protection:
    """Whatever either of the two protects."""
    areas = one["blurred_areas"]
    more = [area for area in other["blurred_areas"] or [] if not is_covered(area, areas)]
    return {
        "people_at_risk": one["people_at_risk"] or bool(other["people_at_risk"]),
        "blurred_areas": [*areas, *more],
    }
