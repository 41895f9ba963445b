"""The two frames of a preview: the same story now, and with the notice that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.admin.live_law import compare, rules_with, under
from articles.admin.notice_access import page_of
from articles.admin.notice_asked import (
    Nonsense,
    code_of,
    place_called,
)
from articles.admin.notice_look import (
    Look,
    look_at,
    place_name,
)
from articles.admin.notice_page import page_asked, story_on_air
from articles.admin.notice_terms import region_names
from articles.admin.permissions import staff
from articles.admin.story_as_read import story_as_read
from articles.legal import preview
from articles.legal.atlas import Place
from articles.legal.resolve import Resolution
from articles.pages.addresses import Carry
from articles.pages.reader import Reader
from articles.vocabularies import Placement

WITH, WITHOUT = "with", "without"


@dataclass(frozen=True)
class Frame:
    """``anchor`` is the notice's own place in the page, to jump to."""

    name: str
    heading: str
    url: str
    anchor: str


def frame_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    """One of the two frames; tampered parameters are not found."""
    look = look_at(request, notice_id)
    side = request.GET.get("side", WITH)
    if look.refusal or side not in (WITH, WITHOUT) or look.candidate.rule is None:
        raise Http404
    try:
        place = place_called(request.GET.get("region", ""), look.data.book.atlas)
    except Nonsense as error:
        raise Http404 from error
    row = story_on_air(staff(request), request.GET.get("story", ""))
    words = {"place": place_name(place, region_names()), "what": look.candidate.label}
    if side == WITH:
        ribbon = _("Preview: as a reader in %(place)s, with %(what)s") % words
    else:
        ribbon = _("Preview: as a reader in %(place)s, under the notices approved so far") % words
    return story_as_read(row, _reader(request, look, place, side), ribbon)


def frames_of(request: HttpRequest, look: Look, story_id: int, place: Place) -> list[Frame]:
    asked = {"of": look.candidate.key, "region": code_of(place), "story": str(story_id)}
    if request.GET.get("at") and not look.refusal:
        asked["at"] = request.GET["at"]
    base = page_of(look.candidate.notice, "frame")
    page = page_asked(staff(request), look.candidate, look.data, story=str(story_id))
    if page is None:
        return []
    comparison = compare(look.candidate, look.data, look.moment)
    sides = (
        (WITHOUT, _("Under the notices approved so far"), comparison.before),
        (WITH, _("With %(what)s") % {"what": look.candidate.label}, comparison.after),
    )
    return [
        Frame(side, heading, f"{base}?{urlencode(asked | {'side': side})}",
              _anchor(law.resolve(place, page.facets), look.candidate.notice.pk))
        for side, heading, law in sides
    ]  # fmt: skip


def _anchor(found: Resolution, notice_id: int) -> str:
    """Where on the page the notice stands; empty where it does not."""
    for shown in found.notices:
        if shown.rule.notice_id == notice_id:
            places = (Placement.ARTICLE_TOP, Placement.ARTICLE_FOOT, Placement.NEAR_SHARE)
            where = next((one for one in places if one in shown.rule.placements), "")
            where = "message" if found.withheld else where
            return f"notice-{shown.rule.slug}-{where}" if where else ""
    return ""


def _reader(request: HttpRequest, look: Look, place: Place, side: str) -> Reader:
    rules = look.data.book.rules
    if side == WITH:
        rules = rules_with(look.candidate, rules)
    return Reader(
        place=place,
        carry=Carry(((preview.PARAMETER, preview.token_for(place.region)),)),
        origin=f"{request.scheme}://{request.get_host()}",
        now=look.moment,
        standing=under(look.data, rules),
    )
