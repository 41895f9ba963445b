"""A story's public page under any law, made by the very presenters and templates of the site."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from csp.constants import NONE, SELF
from django.http import Http404, HttpResponse
from django.template.loader import get_template
from django.utils.translation import override

from articles.admin.site import set_policy
from articles.models import PublishedStory
from articles.models.service import LanguageService
from articles.pages import message
from articles.pages.addresses import story_path
from articles.pages.more import group_of
from articles.pages.reader import Reader
from articles.pages.story import build_story_page, resolve_story


def story_as_read(row: PublishedStory, reader: Reader, ribbon: str) -> HttpResponse:
    """Framed by our own pages only, and kept nowhere."""
    service = reader.standing.by_id[row.service_id]
    with override(service.language):
        kind, page = _page(row, service, reader)
        # The demonstration's own bar would be taken for a part of the page; nothing is shared here.
        page = replace(page, frame=replace(page.frame, is_demo=False, js=()))
        context = {"page": page, "page_template": f"front/{kind}.html", "ribbon": ribbon}
        body = get_template("admin/law/preview_story.html").render(context)
    response = HttpResponse(body)
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return set_policy(response, _policy(page.frame.csp_hash))


def _page(row: PublishedStory, service: LanguageService, reader: Reader) -> tuple[str, Any]:
    group = group_of(row.pk)
    if group is None:
        raise Http404
    resolution = resolve_story(group, service, reader)
    if resolution.withheld:
        path = story_path(service.slug, row.slug, row.pk)
        return "message", message.withheld(resolution, service, reader, path)
    return "story", build_story_page(group, service, reader, resolution)


def _policy(csp_hash: str) -> dict[str, list[str]]:
    """As readers have it, with our ribbon's sheet and our own frames."""
    return {
        "style-src": [SELF, csp_hash],
        "form-action": [NONE],
        "frame-ancestors": [SELF],
    }
