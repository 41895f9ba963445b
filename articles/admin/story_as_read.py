"""A story's public page under any law, made by the very presenters and templates of the site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from csp.constants import NONE, SELF
from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import get_template
from django.utils.translation import get_language, override

from articles.admin.reader_colours import sheet_in
from articles.admin.site import set_policy
from articles.legal.resolve import Resolution
from articles.models import PublishedEntry, PublishedStory
from articles.models.service import LanguageService
from articles.pages import message
from articles.pages.addresses import story_path
from articles.pages.live import build_live_page
from articles.pages.more import group_of
from articles.pages.reader import Reader
from articles.pages.story import build_story_page, resolve_story
from articles.pages.story_head import Group
from articles.pages.story_shapes import StoryPage
from articles.pages.stylesheet import Sheet
from articles.vocabularies import StoryType

STORIES = ("story", "live")  # kinds of page on which the story can be read
Entries = Sequence[PublishedEntry] | None


def story_as_read(row: PublishedStory, reader: Reader, ribbon: str) -> HttpResponse:
    """Of what is on air."""
    return group_as_read(group_on_air(row), reader, ribbon)


def group_on_air(row: PublishedStory) -> Group:
    """404 for what was taken down while somebody asked."""
    group = group_of(row.pk)
    if group is None:
        raise Http404
    return group


def group_as_read(
    group: Group, reader: Reader, ribbon: str, *, colours: str = "", then: Entries = None
) -> HttpResponse:
    """Framed by our own pages only, and kept nowhere; the ribbon is in the desk's language."""
    service = reader.standing.by_id[group.row.service_id]
    said_in = get_language() or settings.LANGUAGE_CODE
    with override(service.language):
        kind, page = page_as_read(group, service, reader, then)
        return as_preview(kind, page, ribbon, colours, said_in=said_in)


def as_preview(
    kind: str, page: Any, ribbon: str, colours: str = "", *, said_in: str, framed_by: str = SELF
) -> HttpResponse:  # fmt: skip
    """The page under a ribbon in the language ``said_in``."""
    sheet = sheet_in(Sheet(page.frame.css, page.frame.csp_hash), colours)
    # The demonstration's own bar would be taken for a part of the page; nothing is shared here.
    page = replace(page, frame=replace(page.frame, is_demo=False, css=sheet.text, js=()))
    context = {
        "page": page, "page_template": f"front/{kind}.html", "ribbon": ribbon,
        "ribbon_language": said_in,
        "ribbon_direction": direction_of(said_in),
    }  # fmt: skip
    response = HttpResponse(get_template("admin/law/preview_story.html").render(context))
    response["X-Frame-Options"] = "SAMEORIGIN" if framed_by == SELF else "DENY"
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return set_policy(response, _policy(sheet, framed_by))


def direction_of(language: str) -> str:
    is_mirrored = language.partition("-")[0] in settings.LANGUAGES_BIDI
    return "rtl" if is_mirrored else "ltr"


def page_as_read(
    group: Group, service: LanguageService, reader: Reader, then: Entries = None
) -> tuple[str, Any]:
    """The kind of page and the page: the story, or why it may not be shown there.

    ``then``: the entries of live coverage at a moment that is past; None: those on air.
    """
    resolution = resolve_story(group, service, reader)
    if resolution.withheld:
        path = story_path(service.slug, group.row.slug, group.row.pk)
        return "message", message.withheld(resolution, service, reader, path)
    if group.row.story_type == StoryType.LIVE:
        return "live", _live_page(group, service, reader, resolution, then)
    return "story", build_story_page(group, service, reader, resolution)


def _live_page(
    group: Group, service: LanguageService, reader: Reader, resolution: Resolution, then: Entries
) -> StoryPage:
    """It does not go on by itself; and what leads on from a page of the past is not of the past."""
    rows = PublishedEntry.objects.first_page(group.row.pk) if then is None else then
    page = build_live_page(group, service, reader, resolution, list(rows), None)
    coverage = page.coverage and replace(page.coverage, following=None)
    if coverage and then is not None:
        coverage = replace(coverage, older="")
    return replace(page, coverage=coverage)


def _policy(sheet: Sheet, framed_by: str) -> dict[str, list[str]]:
    """As readers have it, with our ribbon's sheet and our own frames."""
    return {
        "style-src": [SELF, sheet.csp_hash],
        "form-action": [NONE],
        "frame-ancestors": [framed_by],
    }
