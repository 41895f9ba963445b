"""Look before approving: the matrix of a notice, and a real story as a reader anywhere sees it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.admin.live_law import compare
from articles.admin.notice_approval import matrix_of, naming
from articles.admin.notice_asked import (
    Nonsense,
    StoryAsked,
    code_of,
    first_place,
    place_asked,
    story_asked,
)
from articles.admin.notice_frames import frames_of
from articles.admin.notice_languages import texts_by_service
from articles.admin.notice_look import (
    Look,
    answered,
    look_at,
    look_context,
    place_name,
    region_choices,
)
from articles.admin.notice_matrix import Row, row_of
from articles.admin.notice_page import page_asked
from articles.admin.notice_terms import region_names
from articles.admin.permissions import staff
from articles.admin.zone_names import Zone
from articles.legal.atlas import Place
from articles.publishing.permissions import Deed, services_where


def matrix_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Zones × places on the page, and services × languages; nothing is changed by looking."""
    look = look_at(request, notice_id)
    candidate, rule = look.candidate, look.candidate.rule
    services = services_where(staff(request), Deed.VIEW_NOTICE)
    context = look_context(request, look, _("Who sees what")) | {
        "matrix": matrix_of(
            request,
            candidate,
            look.data,
            compare(candidate, look.data, look.moment),
            service=request.GET.get("service", ""),
            story=request.GET.get("story", ""),
        ),
        "texts": texts_by_service(rule, services) if rule else (),
    }
    return answered(request, "admin/law/matrix.html", context)


def preview_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    """A story on air, side by side: as readers in one place see it now, and with this notice."""
    look = look_at(request, notice_id)
    atlas = look.data.book.atlas
    place, refusal = first_place(look.candidate, atlas), look.refusal
    story = StoryAsked(None)
    try:
        place = place_asked(request.GET.get("region", ""), look.candidate, atlas)
        story = story_asked(staff(request), look.candidate, look.data, request.GET.dict())
    except Nonsense as error:
        refusal = refusal or str(error)
    names = region_names()
    context = look_context(request, look, _("Read a story as a reader there")) | {
        "refusal": refusal,
        "story": story,
        "region": code_of(place),
        "place_name": place_name(place, names),
        "regions": region_choices(atlas, names),
        "q": request.GET.get("q", "") or (str(story.row.pk) if story.row else ""),
    }
    if story.row and look.candidate.rule:
        context |= {
            "frames": frames_of(request, look, story.row.pk, place),
            "row": _row(request, look, story.row.pk, place),
        }
    return answered(request, "admin/law/preview.html", context)


def _row(request: HttpRequest, look: Look, story_id: int, place: Place) -> Row | None:
    """What differs for this reader on this page, in words."""
    page = page_asked(staff(request), look.candidate, look.data, story=str(story_id))
    if page is None:
        return None
    zone = Zone(key="", name="", places=(), region=place.region)
    comparison = compare(look.candidate, look.data, look.moment)
    return row_of(zone, comparison, page, naming(request, look.candidate.notice))
