"""A draft front as readers would see it, made by the presenters and templates of the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from csp.constants import NONE, SELF
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles.admin.front_access import Asked, front_for
from articles.admin.site import desk, set_policy
from articles.admin.story_as_read import direction_of
from articles.legal.atlas import Place
from articles.models import PublishedFront
from articles.pages import standing
from articles.pages.addresses import Carry
from articles.pages.choosing import front_rows
from articles.pages.front import build_front_page
from articles.pages.front_shapes import FrontPage
from articles.pages.lists import Listing
from articles.pages.placing import placing_of
from articles.pages.reader import Reader
from articles.publishing.front_document import build_front
from articles.publishing.front_slots import slots_of


def look_view(request: HttpRequest, service_slug: str, place: str) -> HttpResponse:
    """Side by side: on a phone, and at a desk."""
    asked = front_for(request, service_slug, place)
    context = desk.each_context(request) | {
        "title": _("Preview: %(name)s") % {"name": asked.front},
        "asked": asked, "front": asked.front, "seen": asked.url("front_seen"),
        "back": asked.url(),
    }  # fmt: skip
    return TemplateResponse(request, "admin/front/look.html", context)


@xframe_options_sameorigin
def seen_view(request: HttpRequest, service_slug: str, place: str) -> HttpResponse:
    """Framed by our own pages only, and kept nowhere."""
    asked = front_for(request, service_slug, place)
    ribbon, said_in = _("Draft: not on air"), get_language() or settings.LANGUAGE_CODE
    with override(asked.service.language):
        page = _page(request, asked, timezone.now())
        page = replace(page, frame=replace(page.frame, is_demo=False))
        context = {
            "page": page, "page_template": "front/front.html",
            "ribbon": ribbon, "ribbon_language": said_in, "ribbon_direction": direction_of(said_in),
        }  # fmt: skip
        body = get_template("admin/law/preview_story.html").render(context)
    response = HttpResponse(body)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return set_policy(response, {
        "style-src": [SELF, page.frame.csp_hash],
        "form-action": [NONE],
        "frame-ancestors": [SELF],
    })  # fmt: skip


def _page(request: HttpRequest, asked: Asked, now: datetime) -> FrontPage:
    """Nothing is stored: the draft's document lives as long as this page."""
    service, section = asked.service, asked.section
    reader = Reader(
        place=Place(), carry=Carry(), origin=f"{request.scheme}://{request.get_host()}", now=now,
        standing=standing.get(now),
    )  # fmt: skip
    draft = build_front(slots_of(asked.front.draft), service, at=now)
    placing = placing_of(PublishedFront(document=draft.document), now)
    listing = Listing(asked.public_path)
    if section:
        listing = replace(listing, heading=section.name, section=section)
    rows = front_rows(service, section, placing, reader)
    return build_front_page(service, rows, reader, listing)
