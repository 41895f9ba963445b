"""Boxes drawn on a photo, as the photo page sends them: JSON in, fractions out."""

from __future__ import annotations

import json
import math
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import CropName

Box = list[float]
MOST_AREAS = 40
# Width over height; the whole picture may be cut to any proportion.
RATIOS: dict[str, float | None] = {
    CropName.FULL.value: None,
    CropName.WIDE.value: 16 / 9,
    CropName.CLASSIC.value: 3 / 2,
    CropName.SCREEN.value: 4 / 3,
    CropName.SQUARE.value: 1.0,
    CropName.SHARE.value: 1200 / 630,
}
SMALLEST = 0.01
DIGITS = 5


class BoxesField(forms.CharField):
    """A hidden field of JSON; ``clean`` answers with what may be stored."""

    widget = forms.HiddenInput

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else json.dumps(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """``initial``: boxes, or their JSON as the page showed them."""
        try:
            shown = self.clean(initial) if isinstance(initial, str) else initial
            return bool(self.clean(data) != shown)
        except forms.ValidationError:
            return True

    def _loaded(self, value: Any) -> Any:
        try:
            return json.loads(value) if value else None
        except (ValueError, RecursionError) as error:
            raise forms.ValidationError(_("The drawn areas could not be read.")) from error


class CropsField(BoxesField):
    """``{crop name: [left, top, width, height]}``; an absent crop follows the focal point."""

    def clean(self, value: Any) -> dict[str, Box]:
        loaded = self._loaded(value) or {}
        if not isinstance(loaded, dict) or not set(loaded) <= set(RATIOS):
            raise forms.ValidationError(_("There is no such crop."))
        return {name: box(drawn) for name, drawn in loaded.items()}


class AreasField(BoxesField):
    """A list of boxes to blur."""

    def clean(self, value: Any) -> list[Box]:
        loaded = self._loaded(value) or []
        if not isinstance(loaded, list) or len(loaded) > MOST_AREAS:
            raise forms.ValidationError(
                _("At most %(most)s areas can be blurred.") % {"most": MOST_AREAS}
            )
        return [box(drawn) for drawn in loaded]


def box(drawn: Any) -> Box:
    """Four fractions inside the picture; raises ValidationError."""
    if not isinstance(drawn, list) or len(drawn) != 4 or not all(map(_is_number, drawn)):
        raise forms.ValidationError(_("An area needs four numbers: left, top, width, height."))
    left, top = (min(max(float(one), 0.0), 1.0 - SMALLEST) for one in drawn[:2])
    width = min(float(drawn[2]), 1.0 - left)
    height = min(float(drawn[3]), 1.0 - top)
    if min(width, height) < SMALLEST:
        raise forms.ValidationError(_("An area is too small: draw it larger, or remove it."))
    return [round(one, DIGITS) for one in (left, top, width, height)]


def _is_number(one: Any) -> bool:
    is_number = isinstance(one, int | float) and not isinstance(one, bool)
    return is_number and math.isfinite(one)
