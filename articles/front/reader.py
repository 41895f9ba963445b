"""Who asks: a place by a trusted header, or unknown; in the demonstration, by choice."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from articles.legal.atlas import UNKNOWN, Atlas, Place
from articles.legal.place import place_of
from articles.pages import standing
from articles.pages.addresses import Carry
from articles.pages.frame import DEMO_PLACES
from articles.pages.reader import Reader

DEMO_PARAMETER = "demo_place"


def reader_of(request: HttpRequest) -> Reader:
    now = timezone.now()
    data = standing.get(now)
    chosen = _chosen_place(request)
    place = _demo_place(chosen, data.book.atlas) if chosen else _place(request, data.book.atlas)
    return Reader(
        place=place,
        carry=Carry(((DEMO_PARAMETER, chosen),)) if chosen else Carry(),
        origin=f"{request.scheme}://{request.get_host()}",
        now=now,
        standing=data,
        demo_place=chosen,
    )


def _place(request: HttpRequest, atlas: Atlas) -> Place:
    return place_of(
        request.META,
        atlas,
        trusted=settings.TRUSTED_PROXIES,
        header=settings.REGION_HEADER,
        database=settings.GEOIP_DATABASE,
    )


def _chosen_place(request: HttpRequest) -> str:
    """A declared parameter of the demonstration alone: elsewhere it could lift a notice."""
    chosen = request.GET.get(DEMO_PARAMETER, "") if settings.DEMO else ""
    return chosen if chosen in DEMO_PLACES else ""


def _demo_place(chosen: str, atlas: Atlas) -> Place:
    if chosen == "unknown":
        return UNKNOWN
    country, _dash, subdivision = chosen.partition("-")
    return atlas.place(country, subdivision)
