"""What readers are told about a story's versions: corrections, and what is new in it.

Every word is an editor's: nothing here compares texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext

from articles.models.service import LanguageService
from articles.pages.moments import moment_of
from articles.pages.story_shapes import Correction
from articles.vocabularies import CorrectionKind

Row = dict[str, Any]


def is_correction(row: Row) -> bool:
    return bool(row["kind"] != CorrectionKind.UPDATE)


def corrections(rows: Sequence[Row], service: LanguageService) -> tuple[Correction, ...]:
    return tuple(_told(row, service) for row in rows if is_correction(row))


def changes(rows: Sequence[Row], service: LanguageService) -> tuple[Correction, ...]:
    """The newest first."""
    return tuple(_told(row, service) for row in reversed(rows) if not is_correction(row))


def _told(row: Row, service: LanguageService) -> Correction:
    when = parse_datetime(row["corrected_at"])
    if when is None:
        raise ValueError(f"A correction has no date: {row!r}")
    is_clarification = row["kind"] == CorrectionKind.CLARIFICATION
    label = gettext("Clarification") if is_clarification else gettext("Correction")
    return Correction(label, moment_of(when, service), row["text"])
