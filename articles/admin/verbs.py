"""A verb's confirmation page: what stands against it, a reason, one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from articles.admin.sent_once import new_key
from articles.admin.site import desk
from articles.publishing.refusals import Problem, VerbRefused

# Where on the form a finding of the preflight can be mended.
ANCHORS = {
    "headline": "id_headline",
    "body": "cke_id_body",
    "section": "id_section",
    "bylines": "bylines-group",
    "topics": "id_topics",
    "story_photos": "story_photos-group",
    "embargo_until": "id_embargo_until_0",
    "video_url": "id_video_url",
    # of a legal notice
    "texts": "texts-group",
    "kind": "id_kind",
    "min_scale": "id_min_scale",
    "region": "field-region",
    "service": "field-service",
    "topic": "field-topic",
    "story": "field-story",
    "reach": "field-reach",
    "placements": "field-placements",
    "legal_timezone": "field-legal_timezone",
    "starts_at": "id_starts_at_0",
    "ends_at": "id_ends_at_0",
    "legal_basis": "id_legal_basis",
    "demanding_party": "id_demanding_party",
    "group_key": "id_group_key",
}


def anchor_of(problem: Problem) -> str:
    """Where in the form it is mended; a photo in the text is found by its number."""
    return f"photo-{problem.photo}" if problem.photo else ANCHORS.get(problem.field, "")


@dataclass(frozen=True)
class Confirmation:
    """What the page asks; ``needs_reason`` is None (no field), False (optional) or True."""

    title: str
    question: str
    button: str
    back: str
    done: str
    problems: Sequence[Problem] = ()
    needs_reason: bool | None = None
    danger: bool = False
    reason_label: str = ""

    @property
    def is_blocked(self) -> bool:
        return any(problem.blocks for problem in self.problems)

    @property
    def findings(self) -> list[tuple[Problem, str]]:
        """Each problem with the place on the form to jump to."""
        return [(problem, anchor_of(problem)) for problem in self.problems]


def confirm(
    request: HttpRequest,
    ask: Confirmation,
    deed: Callable[[str], Any],
    noun: Any,
    *,
    template: str = "admin/confirm_verb.html",
    **shown: Any,
) -> HttpResponse:
    """GET shows the page; POST does the deed and leads back, or says why not (422).

    ``template`` extends the plain one; ``shown`` is what it shows beside the question.
    """
    refusal = ""
    if request.method == "POST":
        try:
            deed(request.POST.get("reason", "").strip())
        except VerbRefused as error:
            refusal = str(error)
        else:
            messages.success(request, ask.done)
            return HttpResponseRedirect(ask.back)
    context = desk.each_context(request) | {
        "ask": ask,
        "title": ask.title,
        "noun": noun,
        "opts": noun._meta,
        "refusal": refusal,
        "reason": request.POST.get("reason", ""),
        "form_key": new_key(),
    }
    return TemplateResponse(request, template, context | shown, status=422 if refusal else 200)
