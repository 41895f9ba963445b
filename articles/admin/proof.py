"""The page “Proof”: what readers were shown at a time, and whether they are shown it now."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.legal.atlas import load_atlas
from articles.legal.rules import load_rules
from articles.legal.zones import UNKNOWN_PLACE, codes_of, telling_places
from articles.models import LanguageService, LegalNotice, NoticeManifest, PublishedStory, Region
from articles.proof.answer import Answer, ask
from articles.proof.chain import verify
from articles.proof.inspection import Inspection
from articles.proof.refusals import BadQuestion, NoAnswer
from articles.proof.telling import how_approved, state_of, summary
from articles.publishing.permissions import Deed, services_where, visible_notices, visible_stories
from articles.vocabularies import RegionKind

NEWEST_STORIES = 20
NEWEST_ENTRIES = 12
MOST_FINDINGS = 200
FIELDS = ("region", "service", "story", "at", "also")


def proof(request: HttpRequest) -> HttpResponse:
    """GET answers a question; POST checks the newest stories. Nothing is changed by either."""
    now = timezone.now()
    asked = {name: request.GET.get(name, "").strip() for name in FIELDS}
    answer, refusal = _answer(request, asked) if any(asked.values()) else (None, "")
    context = (
        desk.each_context(request)
        | {
            "title": _("Proof"),
            "asked": asked | {"at": asked["at"] or now.strftime("%Y-%m-%dT%H:%M")},
            "services": _services(request),
            "regions": _regions(),
            "answer": answer,
            "state_of_answer": state_of(answer) if answer else "",
            "evidence": [(one, how_approved(one)) for one in answer.evidence] if answer else [],
            "refusal": refusal,
        }
        | _record(request, now)
    )
    if request.method == "POST":
        context |= _check(_services(request))
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/proof/proof.html", context, status=status)


def _answer(request: HttpRequest, asked: dict[str, str]) -> tuple[Answer | None, str]:
    """The answer, or a sentence why there is none; 404 for other newsrooms' services."""
    # Times are typed in UTC here, and the browser's field for them has no zone; none means now.
    now = timezone.now()
    at = asked["at"] or now.isoformat()
    at = at if _has_zone(at) else at + "Z"
    try:
        _require_own_story(request, asked["story"])
        answer = ask(**asked | {"at": at}, now=now)
    except NoAnswer as error:
        return None, str(error)
    if not _services(request).filter(pk=answer.edition.service_id).exists():
        raise Http404
    return answer, ""


def _has_zone(text: str) -> bool:
    _day, _letter, clock = text.partition("T")
    return clock.endswith(("Z", "z")) or "+" in clock or "-" in clock


def _require_own_story(request: HttpRequest, number: str) -> None:
    if not (number.isascii() and number.isdecimal()):
        return  # the question itself says what is wrong
    found = visible_stories(staff(request))
    if len(number) > 18 or not found.filter(pk=int(number)).exists():
        raise BadQuestion(gettext("There is no story %(number)s.") % {"number": number})


def _services(request: HttpRequest) -> QuerySet[LanguageService]:
    return services_where(staff(request), Deed.VIEW_NOTICE)


def _regions() -> list[tuple[str, str]]:
    """What is offered: all countries, and the parts of them that the law in force tells apart."""
    named = telling_places(codes_of(load_rules(timezone.now())), load_atlas())
    countries = Region.objects.filter(kind=RegionKind.COUNTRY)
    parts = Region.objects.filter(kind=RegionKind.SUBDIVISION, code__in=named)
    rows = (countries | parts).order_by("code").values_list("code", "name")
    return [(UNKNOWN_PLACE, str(_("Unknown place"))), *rows]


def _record(request: HttpRequest, now: datetime) -> dict[str, Any]:
    """The chain's state and its newest entries; other newsrooms' notices are not named."""
    own = visible_notices(staff(request)).values("pk")
    hidden = set(LegalNotice.objects.exclude(pk__in=own).values_list("slug", flat=True))
    newest = NoticeManifest.objects.defer("content")[:NEWEST_ENTRIES]
    state = verify(now=now, recompute=False)
    return {
        "chain": state,
        "flaw": _told(state.flaw, hidden),
        "entries": [(entry, _told(entry.cause, hidden)) for entry in newest],
    }


def _told(text: str, hidden: set[str]) -> str:
    words = {word.strip("“”.,:") for word in text.split()}
    return str(_("It concerns a notice of another newsroom.")) if words & hidden else text


def _check(services: QuerySet[LanguageService]) -> dict[str, Any]:
    inspection = Inspection(
        PublishedStory.objects.cards().filter(service__in=services), newest=NEWEST_STORIES
    )
    findings = list(islice(inspection.run(), MOST_FINDINGS))
    return {"findings": findings, "checked": summary(inspection)}


desk.add_page(
    DeskPage(
        route="proof/",
        view=proof,
        name="proof",
        title=_("Proof"),
        deed=Deed.VIEW_NOTICE,
        about=_("What readers were shown, and whether they are shown it now"),
    )
)
