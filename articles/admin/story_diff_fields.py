"""How the fields of a story's version are named and written when versions are compared."""

from __future__ import annotations

import json
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from articles.admin.notice_terms import term
from articles.admin.story_names import Names
from articles.publishing.clock import in_zone
from articles.publishing.snapshot import Content
from articles.vocabularies import CorrectionKind, CreditRole, StoryType, Urgency

# In the order in which a reader meets them.
LABELS = {
    "kicker": _("Kicker"),
    "headline": _("Headline"),
    "standfirst": _("Standfirst"),
    "dateline": _("Dateline"),
    "bylines": _("Bylines"),
    "byline_override": _("Byline in other words"),
    "corrections": _("Corrections"),
    "section_id": _("Section"),
    "topics": _("Topics"),
    "countries": _("Countries"),
    "story_type": _("Type"),
    "urgency": _("Urgency"),
    "breaking_until": _("Breaking until"),
    "developing_until": _("Developing until"),
    "embargo_until": _("Embargo until"),
    "video_url": _("Video"),
    "publisher_id": _("Publisher"),
    "slug": _("Address"),
    "slugline": _("Slugline"),
    "ed_note": _("Editors’ note"),
}
WORDS = {
    "kicker", "headline", "standfirst", "dateline", "byline_override", "slugline", "ed_note",
}  # fmt: skip
LISTS = {"bylines", "corrections", "topics", "countries"}


def member_names(key: str, content: Content, names: Names, zone: str) -> list[str]:
    rows = content.get(key) or []
    if key == "bylines":
        return [_byline(row, names) for row in rows]
    if key == "corrections":
        return [_correction(row, zone) for row in rows]
    if key == "topics":
        return [names.topic(row) for row in rows]
    return [str(row) for row in rows]


def value_in_words(key: str, content: Content, names: Names, zone: str) -> str:
    value = content.get(key)
    if value in (None, ""):
        return ""
    if key == "section_id":
        return names.section(value)
    if key == "publisher_id":
        return names.person(value)
    if key == "story_type":
        return term(StoryType, value)
    if key == "urgency":
        return str(Urgency(value).label) if value in Urgency.values else str(value)
    return _moment(value, zone) if key.endswith("_until") else _plain(value)


def _byline(row: dict[str, Any], names: Names) -> str:
    return f"{names.person(row['contributor_id'])} ({term(CreditRole, row['role'])})"


def _correction(row: dict[str, Any], zone: str) -> str:
    kind = term(CorrectionKind, row["kind"])
    return f"{kind}, {_moment(row['corrected_at'], zone)}: {row['text']}"


def _moment(text: str, zone: str) -> str:
    moment = parse_datetime(text)
    return in_zone(moment, zone) if moment else text


def _plain(value: Any) -> str:
    """Of a field that nobody has named here: as data."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
