"""A legal notice as data: what a NoticeVersion holds and ``legal.rules`` reads."""

from __future__ import annotations

from articles.models import LegalNotice, Story
from articles.publishing.snapshot import Content
from articles.vocabularies import TargetDimension

PLAIN_FIELDS = (
    "slug", "kind", "placements", "priority", "legal_timezone", "reach", "verbatim",
    "effects", "group_key", "demanding_party", "legal_basis", "citation_url",
    "blocked_by_url", "public_reason", "when_pushed", "reaches_translations",
)  # fmt: skip


def notice_snapshot(notice: LegalNotice) -> Content:
    """Everything that readers are told or that decides who is told; the internal note is not."""
    content = plain_content(notice)
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
    content["translation_keys"] = _translation_keys(content)
    return content


def plain_content(notice: LegalNotice) -> Content:
    """The notice's own fields, without its texts and targets."""
    content: Content = {field: getattr(notice, field) for field in PLAIN_FIELDS}
    content["starts_at"] = notice.starts_at.isoformat()
    content["ends_at"] = notice.ends_at.isoformat() if notice.ends_at else None
    content["min_scale"] = f"{notice.min_scale:.1f}"
    return content


def _translation_keys(content: Content) -> dict[str, str]:
    """By the id of each story named: the key of its language versions, whatever becomes of it."""
    rows = content["targets"]
    ids = {
        row["value"]
        for row in rows
        if row["dimension"] == TargetDimension.STORY and row["value"].isdecimal()
    }
    keys = Story.objects.filter(pk__in=ids).values_list("pk", "translation_key")
    return {str(story_id): str(key) for story_id, key in keys}
