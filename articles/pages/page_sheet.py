"""Which styles a page carries: those of its kind, and of what stands on it."""

from __future__ import annotations

from django.conf import settings

from articles.legal.resolve import Resolution
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.notices import scale_of
from articles.pages.reader import Reader
from articles.pages.shapes import Strip
from articles.pages.stylesheet import Sheet, scale_sheet, script_sheet, sheet


def sheet_of(
    about: About,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
    strip: Strip | None,
) -> Sheet:
    """The one inline sheet of the page."""
    beside = _around_the_page(service, reader, resolution)
    if reader.is_text:
        return sheet(_text_kind(about.kind), settings.DEMO, beside)
    beside |= about.components | ({"strip"} if strip else set())
    beside |= {script_sheet(script) for script in about.scripts | {service.script}}
    return sheet(about.kind, settings.DEMO, beside)


def _text_kind(kind: str) -> str:
    """A story without pictures needs no sheet of lists: it is the one that has to be light."""
    return "text" if kind == "story" else "text_lists"


def _around_the_page(
    service: LanguageService, reader: Reader, resolution: Resolution
) -> frozenset[str]:
    """What law, a preview and the service put on a page of any kind."""
    scales = {scale_of(one.rule) for one in resolution.notices} - {"1"}
    shown = {
        "notice": resolution.notices,
        "notice_scale": scales,
        "preview": reader.previewed,
        "exit": service.exit_url,
    }
    found = {name for name, is_shown in shown.items() if is_shown}
    return frozenset(found | {scale_sheet(scale) for scale in scales})
