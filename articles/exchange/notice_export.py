"""Legal notices out: the working copies, in the format that comes in again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles.exchange.refusal import BadInput
from articles.models import LegalNotice, NoticeText
from articles.vocabularies import TargetDimension


def export_notices(slugs: Sequence[str] = ()) -> dict[str, Any]:
    """Notices (all, or those named) in the format that ``import_notices`` reads.

    Working copies, for counsel outside: the internal note stays in the house.
    Raises BadInput for a slug that no notice has.
    """
    notices = LegalNotice.objects.prefetch_related("texts", "targets")
    if slugs:
        notices = notices.filter(slug__in=slugs)
        if missing := sorted(set(slugs) - {notice.slug for notice in notices}):
            raise BadInput(f"there is no notice “{missing[0]}”.")
    return {"notices": [_export(notice) for notice in notices]}


def _export(notice: LegalNotice) -> dict[str, Any]:
    plain = (
        "slug", "kind", "placements", "priority", "legal_timezone", "reach", "verbatim",
        "effects", "group_key", "demanding_party", "legal_basis", "citation_url",
        "blocked_by_url", "public_reason", "reaches_translations", "when_pushed",
    )  # fmt: skip
    row: dict[str, Any] = {name: getattr(notice, name) for name in plain}
    row["min_scale"] = float(notice.min_scale)
    row["starts_at"] = notice.starts_at.isoformat()
    if notice.ends_at:
        row["ends_at"] = notice.ends_at.isoformat()
    row["texts"] = [_export_text(text) for text in notice.texts.all()]
    row |= _export_targets(notice, is_exclude=False)
    if exclude := _export_targets(notice, is_exclude=True):
        row["exclude"] = exclude
    return row


def _export_text(text: NoticeText) -> dict[str, Any]:
    row = {
        "language": text.language,
        "title": text.title,
        "body": [text.body],
        "translation_status": text.translation_status,
        "is_default": text.is_default,
    }
    link = {"link": {"text": text.link_text, "url": text.link_url}} if text.link_url else {}
    return row | link


def _export_targets(notice: LegalNotice, *, is_exclude: bool) -> dict[str, list[str]]:
    names = {dimension.value: f"{dimension.value}s" for dimension in TargetDimension}
    names |= {"story": "stories"}
    found: dict[str, list[str]] = {}
    for target in notice.targets.all():
        if target.is_exclude is is_exclude:
            found.setdefault(names[target.dimension], []).append(target.value)
    return found
