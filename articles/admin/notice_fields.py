"""The fields of a notice's content in words: names, values, the lines of its texts."""

from __future__ import annotations

import html
import json
import re
from datetime import datetime
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_terms import in_both, term
from articles.publishing.snapshot import Content
from articles.vocabularies import Effect, NoticeKind, Placement, Reach, WhenPushed

LABELS = {
    "slug": gettext_lazy("Name"),
    "kind": gettext_lazy("Kind"),
    "placements": gettext_lazy("Where it stands"),
    "priority": gettext_lazy("Priority"),
    "starts_at": gettext_lazy("From"),
    "ends_at": gettext_lazy("Until"),
    "legal_timezone": gettext_lazy("Legal time zone"),
    "reach": gettext_lazy("Whom it reaches"),
    "verbatim": gettext_lazy("Wording fixed by law"),
    "min_scale": gettext_lazy("Least size, times the body text"),
    "effects": gettext_lazy("What it switches off"),
    "group_key": gettext_lazy("Alternatives of one notice"),
    "demanding_party": gettext_lazy("Demanded by"),
    "legal_basis": gettext_lazy("Legal basis"),
    "citation_url": gettext_lazy("Citation"),
    "blocked_by_url": gettext_lazy("Who implements the block"),
    "public_reason": gettext_lazy("The reason may be told"),
    "reaches_translations": gettext_lazy("Also other language versions"),
    "when_pushed": gettext_lazy("In deliveries to partners"),
    "translation_keys": gettext_lazy("Language versions reached (keys)"),
}
TERMS: dict[str, type[TextChoices]] = {
    "kind": NoticeKind,
    "reach": Reach,
    "when_pushed": WhenPushed,
}
LISTS: dict[str, type[TextChoices]] = {"placements": Placement, "effects": Effect}
MOMENTS = ("starts_at", "ends_at")
TEXT_LABELS = {
    "title": gettext_lazy("Title"),
    "body": gettext_lazy("Text"),
    "link_text": gettext_lazy("Words of the link"),
    "link_url": gettext_lazy("Address of the link"),
    "is_default": gettext_lazy("Default text"),
}
MARKUP = (
    (re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL), r"\2 [→ \1]"),
    (re.compile(r"</?strong>"), "*"),
    (re.compile(r"</p>\s*<p>"), "\n\n"),
    (re.compile(r"^<p>|</p>$"), ""),
)


def value_in_words(key: str, content: Content) -> str:
    """One field in words; empty for what is not there."""
    value = content.get(key)
    if key in MOMENTS and key in content:
        return _moment(value, str(content.get("legal_timezone", "UTC")))
    if key in TERMS:
        return term(TERMS[key], str(value)) if value else ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value in (None, "", [], {}):
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _moment(value: Any, zone: str) -> str:
    if not value:
        return _("without end")
    try:
        return in_both(datetime.fromisoformat(value), zone)
    except (TypeError, ValueError):
        return str(value)


def legible(body: str) -> str:
    """A notice's HTML as lines of text, with the address of each link and *strong* words."""
    for pattern, words in MARKUP:
        body = pattern.sub(words, body.strip())
    return html.unescape(body)
