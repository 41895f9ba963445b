"""What a secret preview link shows: the one page of the desk that needs no log-in.

It lies outside /admin/, so that it can be reached where the desk cannot; and outside the readers'
room, which must never see a working copy. It obeys the law of the place that it is read in.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from csp.constants import NONE
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.admin.story_as_read import STORIES, as_preview, page_as_read
from articles.admin.story_unstored import group_from
from articles.legal.place import place_of
from articles.models import PreviewLink
from articles.models.service import LanguageService
from articles.pages import message, standing
from articles.pages.addresses import Carry
from articles.pages.reader import Reader
from articles.publishing.preview_links import is_open, link_called
from articles.publishing.snapshot import snapshot

GONE, WITHHELD = 410, 451


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """404 for what nobody made; 410 when it is over; 451 where the story may not be read."""
    link = link_called(token)
    if link is None:
        raise Http404
    now = timezone.now()
    reader = _reader(request, now)
    service = reader.standing.by_id[link.story.service_id]
    with override(service.language):
        if not is_open(link, now):
            page: Any = message.preview_over(service, reader)
            return _answer("message", page, service, status=GONE)
        kind, page = _page(link, service, reader)
        return _answer(kind, page, service, status=200 if kind in STORIES else WITHHELD)


def _page(link: PreviewLink, service: LanguageService, reader: Reader) -> tuple[str, Any]:
    content = link.version.content if link.version else snapshot(link.story)
    group = group_from(link.story, content, at=reader.now, revised_at=reader.now)
    kind, page = page_as_read(group, service, reader)
    # Machines that fetch whatever is pasted into a chat get no card; nobody passes it on.
    frame = replace(page.frame, canonical="", og={}, jsonld=SafeString(), alternates=())
    return kind, replace(page, frame=frame, **({"share": None} if kind in STORIES else {}))


def _reader(request: HttpRequest, now: datetime) -> Reader:
    data = standing.get(now)
    place = place_of(
        request.META,
        data.book.atlas,
        trusted=settings.TRUSTED_PROXIES,
        header=settings.REGION_HEADER,
        database=settings.GEOIP_DATABASE,
    )
    origin = f"{request.scheme}://{request.get_host()}"
    return Reader(place=place, carry=Carry(), origin=origin, now=now, standing=data)


def _answer(kind: str, page: Any, service: LanguageService, *, status: int) -> HttpResponse:
    page = replace(page, frame=replace(page.frame, robots="noindex, nofollow"))
    ribbon = _("Preview – not published")
    response = as_preview(kind, page, ribbon, said_in=service.language, framed_by=NONE)
    response.status_code = status
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    # Django writes the path of what is not 200 into its log: a secret does not belong there.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
