"""The page on which a notice is judged: what changes, word for word and place for place.

One page for every verb that puts a notice in force or takes it away; each says its own question.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.live_law import (
    Comparison,
    compare,
    compare_with_the_past,
    compare_without,
    fresh_standing,
)
from articles.admin.notice_candidate import Candidate
from articles.admin.notice_diff import notice_diff
from articles.admin.notice_languages import texts_by_service
from articles.admin.notice_matrix import Matrix, Naming, build_matrix
from articles.admin.notice_page import page_asked
from articles.admin.notice_terms import as_of, region_names
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.legal.rules import rule_from
from articles.models import LegalNotice, NoticeVersion
from articles.pages.standing import Standing
from articles.publishing.notice_names import names_of
from articles.publishing.notice_summary import summary
from articles.publishing.permissions import Deed, services_where, visible_notices
from articles.publishing.refusals import NotFit, Problem, VerbRefused, WrongState
from articles.publishing.snapshot import Content, content_hash


@dataclass(frozen=True)
class Judgement:
    """What one verb asks. ``before`` and ``after`` are versions of the notice, or nothing.

    Without a ``button`` the page only tells; ``why_not`` says why in one sentence.
    """

    title: str
    question: str
    candidate: Candidate
    before: NoticeVersion | None
    retires: bool = False
    reviews: bool = False
    button: str = ""
    why_not: str = ""
    needs_reason: bool = False
    reason_label: str = ""
    danger: bool = False
    other_ways: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def is_blocked(self) -> bool:
        return any(problem.blocks for problem in self.problems)

    @property
    def told_today(self) -> str:
        """What readers see of it by now, where that cannot be read from what it replaces."""
        if self.before:
            return ""
        if self.reviews:
            return _("It is in force. Before it readers saw nothing of this notice.")
        return _("Readers see nothing of this notice today.")

    @property
    def before_content(self) -> Content | None:
        return self.before.content if self.before else None

    @property
    def after_content(self) -> Content | None:
        return None if self.retires else self.candidate.content


@dataclass(frozen=True)
class Verb:
    """``deed`` takes the version shown (None: the working copy) and the reason typed.

    With ``binds`` the hash of what was shown must come back; else it is compared if it does.
    ``is_done`` says whether a repeated click asks for what has been done already.
    """

    deed: Callable[[Any, str], object]
    done: str
    leads_to: str
    binds: bool = False
    is_done: Callable[[], bool] = lambda: False


def decide(
    request: HttpRequest, ask: Callable[[], Judgement], verb: Verb, now: datetime
) -> HttpResponse:
    """GET shows what is judged; POST does it, or says why not and shows the state of now."""
    asked = ask()
    if request.method != "POST":
        return judge_page(request, asked, now)
    try:
        _refuse_what_was_not_shown(request, asked, verb)
        verb.deed(asked.candidate.version, request.POST.get("reason", "").strip())
    except VerbRefused as error:
        if asked.why_not and verb.is_done():  # the second click of two
            messages.info(request, asked.why_not)
            return HttpResponseRedirect(verb.leads_to)
        return judge_page(request, ask(), now, str(error))
    messages.success(request, verb.done)
    return HttpResponseRedirect(verb.leads_to)


def _refuse_what_was_not_shown(request: HttpRequest, asked: Judgement, verb: Verb) -> None:
    """The deed is bound to the very content that the page showed."""
    shown = content_hash(asked.candidate.content)
    if asked.is_blocked:
        raise NotFit([problem for problem in asked.problems if problem.blocks])
    if asked.why_not:
        raise WrongState(asked.why_not)
    if request.POST.get("seen_hash", "" if verb.binds else shown) != shown:
        raise WrongState(
            _("The notice was changed meanwhile: what follows is its new state. Read it first.")
        )


def judge_page(
    request: HttpRequest, asked: Judgement, now: datetime, refusal: str = ""
) -> HttpResponse:
    """422 with the sentence when the verb was refused; the state shown is the new one."""
    context = desk.each_context(request) | _context(request, asked, now)
    context |= {"refusal": refusal, "reason": request.POST.get("reason", "")}
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/law/judge.html", context, status=status)


def _context(request: HttpRequest, asked: Judgement, now: datetime) -> dict[str, Any]:
    user, notice = staff(request), asked.candidate.notice
    contents = [one for one in (asked.before_content, asked.after_content) if one]
    names = names_of(contents, user)
    data = fresh_standing(now)
    candidate = asked.candidate
    moment = candidate.moment(now)
    services = services_where(user, Deed.VIEW_NOTICE)
    return {
        "title": asked.title,
        "asked": asked,
        "notice": notice,
        "opts": notice._meta,
        "version": candidate.version,
        "candidate": candidate,
        "is_whole": None in (asked.before_content, asked.after_content),
        "diff": notice_diff(asked.before_content, asked.after_content, names),
        "summary_before": _summary(asked.before_content, names),
        "summary_after": _summary(asked.after_content, names),
        "matrix": _matrix(request, asked, data, moment),
        "moment": as_of(moment, notice.legal_timezone) if moment > now else "",
        "texts": texts_by_service(candidate.rule, services) if candidate.rule else (),
        "seen_hash": content_hash(candidate.content),
    }


def _summary(content: Content | None, names: Any) -> str:
    return summary(content, names=names) if content else ""


def _matrix(
    request: HttpRequest, asked: Judgement, data: Standing, moment: datetime
) -> Matrix | None:
    candidate = asked.candidate
    if asked.retires:
        comparison = compare_without(candidate.notice.pk, data, moment)
    elif asked.reviews:
        has_text = asked.before is not None and bool(asked.before.content["texts"])
        earlier = rule_from(asked.before) if asked.before and has_text else None
        comparison = compare_with_the_past(candidate, earlier, data, moment)
    else:
        comparison = compare(candidate, data, moment)
    return matrix_of(request, candidate, data, comparison)


def matrix_of(
    request: HttpRequest,
    candidate: Candidate,
    data: Standing,
    comparison: Comparison,
    *,
    service: str = "",
    story: str = "",
) -> Matrix | None:
    """None where there is nothing to show: a notice without a text, a house without a service."""
    if candidate.rule is None:
        return None
    user = staff(request)
    page = page_asked(user, candidate, data, service=service, story=story)
    if page is None:
        return None
    return build_matrix(comparison, page, naming(request, candidate.notice))


def naming(request: HttpRequest, notice: LegalNotice) -> Naming:
    visible = visible_notices(staff(request)).values_list("pk", flat=True)
    return Naming(region_names(), frozenset(visible), notice.pk)
