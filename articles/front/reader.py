"""Who asks: a place by a trusted edge or the offline database; nothing about the person.

In this order: staff who read as somebody elsewhere, the demonstration's bar, the request. Beside
it may stand what the reader says ("I am in …"), which only adds warnings.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from articles.legal import preview
from articles.legal.atlas import Atlas, Place
from articles.legal.place import place_of
from articles.pages import standing
from articles.pages.addresses import EDITION, TEXT, Carry
from articles.pages.frame import DEMO_PLACES
from articles.pages.reader import Reader

DEMO_PARAMETER = "demo_place"
SAID_PARAMETER = "in"


def reader_of(request: HttpRequest) -> Reader:
    now = timezone.now()
    data = standing.get(now)
    atlas = data.book.atlas
    previewed, chosen = _previewed_region(request), _chosen_place(request)
    also = _said_place(request, atlas)
    if previewed is not None:
        place = _named_place(previewed, atlas)
    elif chosen:
        place = _named_place(chosen, atlas)
    else:
        place = _place(request, atlas)
    is_text = edition(request.GET.get(EDITION, "")) == TEXT
    at_home = standing.service_at(request.get_host(), data.services)
    own = at_home.slug if at_home else ""
    return Reader(
        place=place,
        carry=Carry(_carried(request, previewed, chosen, also, is_text), own),
        origin=f"{request.scheme}://{request.get_host()}",
        now=now,
        standing=data,
        also=also,
        previewed=None if previewed is None else place,
        demo_place=chosen,
        is_text=is_text,
    )


def _carried(
    request: HttpRequest, previewed: str | None, chosen: str, also: Place | None, is_text: bool
) -> tuple[tuple[str, str], ...]:
    carried = []
    if previewed is not None:
        carried.append((preview.PARAMETER, request.GET[preview.PARAMETER]))
    elif chosen:
        carried.append((DEMO_PARAMETER, chosen))
    if also:
        carried.append((SAID_PARAMETER, also.region))
    if is_text:
        carried.append((EDITION, TEXT))
    return tuple(carried)


def _place(request: HttpRequest, atlas: Atlas) -> Place:
    return place_of(
        request.META,
        atlas,
        trusted=settings.TRUSTED_PROXIES,
        header=settings.REGION_HEADER,
        database=settings.GEOIP_DATABASE,
    )


def _previewed_region(request: HttpRequest) -> str | None:
    """Signed by the desk, and good for somebody who is logged in there; else as if absent."""
    token = request.GET.get(preview.PARAMETER, "")
    region = preview.region_of(token) if token else None
    if region is None:
        return None
    user = request.user  # the only place where readers' pages look at a session
    return region if user.is_active and user.is_staff else None


def _said_place(request: HttpRequest, atlas: Atlas) -> Place | None:
    """A declared parameter: a country's or subdivision's code; all else is as good as absent."""
    region = said_region(request.GET.get(SAID_PARAMETER, ""), atlas)
    return Place(region) if region else None


def said_region(said: str, atlas: Atlas) -> str:
    """The region that a reader names, in its one spelling; empty if there is none."""
    return _named_place(said, atlas).region if 1 < len(said) <= 10 else ""


def edition(said: str) -> str:
    """A declared parameter: there is one other edition."""
    return TEXT if said == TEXT else ""


def _chosen_place(request: HttpRequest) -> str:
    return demo_place(request.GET.get(DEMO_PARAMETER, "")) if settings.DEMO else ""


def demo_place(chosen: str) -> str:
    """A declared parameter of the demonstration alone: elsewhere it could lift a notice."""
    return chosen if chosen in DEMO_PLACES else ""


def _named_place(code: str, atlas: Atlas) -> Place:
    country, _dash, subdivision = code.partition("-")
    return atlas.place(country, subdivision)
