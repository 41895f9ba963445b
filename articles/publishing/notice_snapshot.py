"""A legal notice as data: what a NoticeVersion holds and ``legal.rules`` reads."""

from __future__ import annotations

from articles.models import LegalNotice
from articles.publishing.snapshot import Content

PLAIN_FIELDS = (
    "slug", "kind", "placements", "priority", "legal_timezone", "reach", "verbatim",
    "effects", "group_key", "demanding_party", "legal_basis", "citation_url",
    "blocked_by_url", "public_reason",
)  # fmt: skip


def notice_snapshot(notice: LegalNotice) -> Content:
    """Everything that readers are told or that decides who is told; the internal note is not."""
    content: Content = {field: getattr(notice, field) for field in PLAIN_FIELDS}
    content["starts_at"] = notice.starts_at.isoformat()
    content["ends_at"] = notice.ends_at.isoformat() if notice.ends_at else None
    content["min_scale"] = f"{notice.min_scale:.1f}"
    content["texts"] = list(
        notice.texts.order_by("language").values(
            "language", "title", "body", "link_text", "link_url", "is_default"
        )
    )
    content["targets"] = list(
        notice.targets.order_by("dimension", "is_exclude", "value").values(
            "dimension", "value", "is_exclude"
        )
    )
    return content
