"""What a browser sends for the notice form."""

from __future__ import annotations

from typing import Any

from articles.models import LegalNotice, NoticeText


def notice_data(notice: LegalNotice | None = None, texts: Any = None, **changes: Any) -> dict:
    """A sound notice; of an existing one what its form showed. ``texts`` are new rows."""
    data: dict[str, Any] = {
        "slug": "warning",
        "kind": "reader_warning",
        "min_scale": "1",
        "reach": "matched_or_unknown",
        "placements": ["article_foot"],
        "legal_timezone": "Europe/Moscow",
        "starts_at_0": "2024-02-20",
        "starts_at_1": "00:00:00",
        "ends_at_0": "",
        "ends_at_1": "",
        "when_pushed": "drop",
        "reaches_translations": "on",
        "priority": "0",
        "region": ["RU", "UA-OCC"],
        "_continue": "Save",
    }
    old = list(notice.texts.order_by("pk")) if notice else []
    if notice:
        data |= {"slug": notice.slug, "seen": notice.changed_at.isoformat()}
    if texts is None:
        texts = [] if old else [text_row("en", default=True)]
    rows = [_row_of(text) for text in old] + texts
    data |= {"texts-TOTAL_FORMS": str(len(rows)), "texts-INITIAL_FORMS": str(len(old))}
    for number, row in enumerate(rows):
        data |= {f"texts-{number}-{name}": value for name, value in row.items()}
    return {name: value for name, value in (data | changes).items() if value is not None}


def text_row(language: str, *, default: bool = False, **changes: str) -> dict[str, str]:
    row = {
        "language": language,
        "title": f"Take care ({language})",
        "body": "<p>Sharing may be <strong>punished</strong>.</p>",
        "link_text": "",
        "link_url": "",
        "translation_status": "original",
    }
    return row | ({"default": "on"} if default else {}) | changes


def _row_of(text: NoticeText) -> dict[str, str]:
    row = text_row(text.language, default=text.is_default, title=text.title, body=text.body)
    return row | {"id": str(text.pk), "notice": str(text.notice_id)}
