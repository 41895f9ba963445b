"""Files of legal notices: a publisher and its notices, checked before anything is written."""

from __future__ import annotations

import json
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core import validators

from articles.exchange.ninjs.fields import Fields
from articles.exchange.notice_fields import flag, required, term, terms, url
from articles.exchange.notice_targets import LISTS, language, only_known, targets
from articles.exchange.publisher_file import PublisherData, read_publisher
from articles.exchange.refusal import BadInput
from articles.text.sanitise import clean_notice
from articles.vocabularies import (
    Effect,
    NoticeKind,
    Placement,
    Reach,
    TextStatus,
    WhenPushed,
)

DEFAULT_REACH = {
    NoticeKind.READER_WARNING.value: Reach.MATCHED_OR_UNKNOWN,
    NoticeKind.LABEL.value: Reach.MATCHED_OR_UNKNOWN,
    NoticeKind.PRIVACY.value: Reach.MATCHED_OR_UNKNOWN,
}

NOTICE_FIELDS = {
    "slug", "kind", "placements", "effects", "reach", "priority", "min_scale", "starts_at",
    "ends_at", "legal_timezone", "verbatim", "public_reason", "reaches_translations",
    "when_pushed", "legal_basis", "demanding_party", "group_key", "citation_url",
    "blocked_by_url", "texts", "exclude", *LISTS,
}  # fmt: skip
TEXT_FIELDS = {
    "language", "title", "body", "link", "translation_status", "is_default",
}  # fmt: skip


@dataclass(frozen=True)
class NoticeData:
    slug: str
    values: dict[str, Any]
    texts: tuple[dict[str, Any], ...]
    targets: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class NoticeFile:
    publisher: PublisherData | None
    notices: tuple[NoticeData, ...]


def read_notice_files(paths: Sequence[Path]) -> list[NoticeFile]:
    files = [_read(path) for path in paths]
    seen: set[str] = set()
    for path, file in zip(paths, files, strict=True):
        for notice in file.notices:
            if notice.slug in seen:
                raise BadInput("stands in these files twice.", file=str(path), item=notice.slug)
            seen.add(notice.slug)
    return files


def _read(path: Path) -> NoticeFile:
    try:
        data = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadInput(f"cannot be read as JSON ({error}).", file=str(path)) from error
    if not isinstance(data, dict):
        raise BadInput("must be an object with “notices”.", file=str(path))
    top = Fields(data, str(path), "")
    publisher = top.object("publisher")
    return NoticeFile(
        read_publisher(publisher, path.parent) if publisher else None,
        tuple(_notice(row) for row in top.objects("notices")),
    )


def _notice(fields: Fields) -> NoticeData:
    slug = required(fields, "slug", 80)
    if not validators.slug_re.fullmatch(slug):
        raise fields.refuse("slug", "may hold letters, digits, hyphens and underscores only.")
    fields = Fields(fields.data, fields.file, slug, fields.path)
    only_known(fields, NOTICE_FIELDS)
    kind = term(fields, "kind", NoticeKind)
    zone = fields.text("legal_timezone") or "UTC"
    if zone not in zoneinfo.available_timezones():
        raise fields.refuse("legal_timezone", f"“{zone[:60]}” is not a time zone.")
    starts_at, ends_at = _start(fields), fields.moment("ends_at")
    if ends_at and ends_at <= starts_at:
        raise fields.refuse("ends_at", "must be later than starts_at.")
    values = {
        "kind": kind,
        "placements": terms(fields, "placements", Placement) or [Placement.ARTICLE_FOOT.value],
        "effects": terms(fields, "effects", Effect),
        "reach": term(fields, "reach", Reach, DEFAULT_REACH.get(kind, Reach.MATCHED)),
        "priority": fields.number("priority", -1000, 1000) or 0,
        "min_scale": _scale(fields),
        "starts_at": starts_at,
        "ends_at": ends_at,
        "legal_timezone": zone,
        "verbatim": flag(fields, "verbatim"),
        "public_reason": flag(fields, "public_reason"),
        "reaches_translations": flag(fields, "reaches_translations", default=True),
        "when_pushed": term(fields, "when_pushed", WhenPushed, WhenPushed.DROP),
        "legal_basis": fields.line("legal_basis", 500),
        "demanding_party": fields.line("demanding_party", 200),
        "group_key": fields.line("group_key", 80),
        "citation_url": url(fields, "citation_url"),
        "blocked_by_url": url(fields, "blocked_by_url"),
    }
    return NoticeData(slug, values, _texts(fields), targets(fields))


def _texts(fields: Fields) -> tuple[dict[str, Any], ...]:
    texts = tuple(_text(row) for row in fields.objects("texts"))
    if not texts:
        raise fields.refuse("texts", "a notice needs a text in at least one language.")
    languages = [text["language"] for text in texts]
    if twice := next((one for one in languages if languages.count(one) > 1), None):
        raise fields.refuse("texts", f"there are two texts in “{twice}”.")
    return _with_default(texts)


def _start(fields: Fields) -> datetime:
    starts_at = fields.moment("starts_at")
    if starts_at is None:
        raise fields.refuse("starts_at", "is missing.")
    return starts_at


def _scale(fields: Fields) -> Decimal:
    value = fields.data.get("min_scale", 1)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= 4:
        raise fields.refuse("min_scale", "must be a number from 1 to 4, times the body text.")
    return Decimal(str(value))


def _text(fields: Fields) -> dict[str, Any]:
    only_known(fields, TEXT_FIELDS)
    link = fields.object("link")
    body = fields.data.get("body", [])
    paragraphs = [body] if isinstance(body, str) else body
    if not isinstance(paragraphs, list) or not all(isinstance(part, str) for part in paragraphs):
        raise fields.refuse("body", "must be a list of paragraphs.")
    return {
        "language": language(fields),
        "title": required(fields, "title", 300),
        "body": "".join(clean_notice(_paragraph(part)) for part in paragraphs),
        "link_text": link.line("text", 200) if link else "",
        "link_url": url(link, "url") if link else "",
        "translation_status": term(fields, "translation_status", TextStatus, TextStatus.ORIGINAL),
        "is_default": flag(fields, "is_default"),
    }


def _paragraph(text: str) -> str:
    return text if text.lstrip().startswith("<p") else f"<p>{text}</p>"


def _with_default(texts: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    """Exactly one default: the first that says so, else English, else the first."""
    order = sorted(texts, key=lambda text: (not text["is_default"], text["language"] != "en"))
    return tuple(text | {"is_default": text is order[0]} for text in texts)
