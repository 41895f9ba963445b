"""With what a new story starts: the service's own template, or else the house's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as named

from articles.models import LanguageService, StoryTemplate
from articles.vocabularies import StoryType, TemplateKind, Urgency


@dataclass(frozen=True)
class Start:
    """``values`` are fields of a story, in the language of its service."""

    kind: TemplateKind
    values: dict[str, Any]


@dataclass(frozen=True)
class _Plan:
    story_type: StoryType
    kicker: str = ""
    urgency: Urgency = Urgency.NORMAL
    # Subheads, each with a place to write below it.
    body: tuple[str, ...] = ()


KNOWN, UNKNOWN = named("What is known"), named("What is not known yet")
PLANS: dict[TemplateKind, _Plan] = {
    TemplateKind.REPORT: _Plan(StoryType.REPORT),
    TemplateKind.BREAKING: _Plan(
        StoryType.REPORT, named("Breaking News"), Urgency.BREAKING, (KNOWN, UNKNOWN)
    ),
    TemplateKind.INTERVIEW: _Plan(
        StoryType.INTERVIEW, named("Interview"), body=(named("Question"), named("Question"))
    ),
    TemplateKind.LIVE: _Plan(
        StoryType.LIVE, named("Live"), Urgency.TOP, (named("The latest"), named("What came before"))
    ),
    TemplateKind.PHOTO_ESSAY: _Plan(StoryType.PHOTO_ESSAY, named("Photo essay"), Urgency.FEATURE),
}


def starts_for(service: LanguageService) -> list[Start]:
    """All that are offered, in the order of the vocabulary; one query."""
    rows = {row.kind: row for row in StoryTemplate.objects.filter(service=service)}
    offered = (kind for kind in TemplateKind if kind not in rows or rows[kind].is_offered)
    return [start_of(service, kind, rows.values()) for kind in offered]


def start_of(
    service: LanguageService, kind: TemplateKind, rows: Iterable[StoryTemplate] | None = None
) -> Start:
    if rows is None:
        rows = StoryTemplate.objects.filter(service=service, kind=kind)
    row = next((one for one in rows if one.kind == kind), None)
    return Start(kind, _stored(row) if row else planned(service.language, kind))


def planned(language: str, kind: TemplateKind) -> dict[str, Any]:
    """The house's start in the words of ``language``."""
    plan = PLANS[kind]
    with override(language):
        return {
            "story_type": plan.story_type,
            "kicker": gettext(plan.kicker) if plan.kicker else "",
            "urgency": plan.urgency,
            "body": "".join(f"<h2>{gettext(head)}</h2>\n<p>…</p>\n" for head in plan.body).strip(),
        }


def _stored(row: StoryTemplate) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("story_type", "kicker", "urgency", "body")}
