"""Files of legal notices: a publisher and its notices, checked before anything is written."""

from __future__ import annotations

import json
import zoneinfo
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from articles.exchange.ninjs.fields import Fields
from articles.exchange.notice_fields import codes, required, term, terms, url
from articles.exchange.refusal import BadInput
from articles.imaging.intake import RefusedImage, inspect
from articles.models import Region
from articles.text.sanitise import clean_notice, clean_text
from articles.vocabularies import Effect, NoticeKind, Placement, Reach

DEFAULT_REACH = {
    NoticeKind.READER_WARNING.value: Reach.MATCHED_OR_UNKNOWN,
    NoticeKind.LABEL.value: Reach.MATCHED_OR_UNKNOWN,
    NoticeKind.PRIVACY.value: Reach.MATCHED_OR_UNKNOWN,
}


@dataclass(frozen=True)
class PublisherData:
    name: str
    language: str
    description: str
    image: bytes
    image_name: str


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


def read_notice_files(paths: Iterable[Path]) -> list[NoticeFile]:
    return [_read(path) for path in paths]


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
        _publisher(publisher, path.parent) if publisher else None,
        tuple(_notice(row) for row in top.objects("notices")),
    )


def _publisher(fields: Fields, folder: Path) -> PublisherData:
    image = fields.text("image")
    path = (folder / image).resolve()
    if image and not (path.is_relative_to(folder.resolve()) and path.is_file()):
        raise fields.refuse("image", f"there is no file “{image[:80]}” beside the notices.")
    data = path.read_bytes() if image else b""
    try:
        if data:
            inspect(data)
    except RefusedImage as error:
        raise fields.refuse("image", str(error)) from error
    return PublisherData(
        name=required(fields, "name", 160),
        language=required(fields, "language", 20),
        description=clean_text(fields.text("description")),
        image=data,
        image_name=path.name,
    )


def _notice(fields: Fields) -> NoticeData:
    slug = required(fields, "slug", 80)
    fields = Fields(fields.data, fields.file, slug, fields.path)
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
        "verbatim": bool(fields.data.get("verbatim", False)),
        "public_reason": bool(fields.data.get("public_reason", False)),
        "legal_basis": fields.line("legal_basis", 500),
        "demanding_party": fields.line("demanding_party", 200),
        "group_key": fields.line("group_key", 80),
        "citation_url": url(fields, "citation_url"),
        "blocked_by_url": url(fields, "blocked_by_url"),
    }
    texts = tuple(_text(row) for row in fields.objects("texts"))
    if not texts:
        raise fields.refuse("texts", "a notice needs a text in at least one language.")
    return NoticeData(slug, values, _with_default(texts), _targets(fields))


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
    link = fields.object("link")
    body = fields.data.get("body", [])
    paragraphs = [body] if isinstance(body, str) else body
    if not isinstance(paragraphs, list) or not all(isinstance(part, str) for part in paragraphs):
        raise fields.refuse("body", "must be a list of paragraphs.")
    return {
        "language": required(fields, "language", 20),
        "title": required(fields, "title", 300),
        "body": "".join(clean_notice(_paragraph(part)) for part in paragraphs),
        "link_text": link.line("text", 200) if link else "",
        "link_url": url(link, "url") if link else "",
        "is_default": bool(fields.data.get("is_default", False)),
    }


def _paragraph(text: str) -> str:
    return text if text.lstrip().startswith("<p") else f"<p>{text}</p>"


def _with_default(texts: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    """Exactly one default: the first that says so, else English, else the first."""
    order = sorted(texts, key=lambda text: (not text["is_default"], text["language"] != "en"))
    return tuple(text | {"is_default": text is order[0]} for text in texts)


def _targets(fields: Fields) -> tuple[dict[str, Any], ...]:
    """Plain lists include; ``exclude`` holds the same lists for what is left out."""
    dimensions = {
        "regions": "region", "services": "service", "languages": "language",
        "topics": "topic", "sections": "section", "stories": "story",
    }  # fmt: skip
    rows = _rows(fields, dimensions, is_exclude=False)
    if exclude := fields.object("exclude"):
        rows += _rows(exclude, dimensions, is_exclude=True)
    regions = {row["value"] for row in rows if row["dimension"] == "region"}
    known = set(Region.objects.filter(code__in=regions).values_list("code", flat=True))
    if unknown := sorted(regions - known):
        raise fields.refuse("regions", f"there is no region “{unknown[0]}”.")
    return tuple(rows)


def _rows(fields: Fields, dimensions: dict[str, str], *, is_exclude: bool) -> list[dict[str, Any]]:
    return [
        {"dimension": dimension, "value": str(value), "is_exclude": is_exclude}
        for name, dimension in dimensions.items()
        for value in codes(fields, name)
    ]
