"""Answers for machines (feeds, sitemaps): the same headers, zones and caches as for pages."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from articles.front.answers import ASK_AGAIN, VARY, etag_of, note_life, or_not_modified
from articles.pages.reader import Reader
from articles.vocabularies import Effect


def answer_machine(
    request: HttpRequest,
    body: bytes,
    content_type: str,
    reader: Reader,
    *,
    tags: Iterable[str] = (),
    until: datetime | None = None,
    effects: Set[str] = frozenset(),
) -> HttpResponse:
    """``effects`` are those that the law has on what is listed here."""
    response = HttpResponse(body, content_type=f"{content_type}; charset=utf-8")
    note_life(request, response, reader, tags, until)
    response["ETag"] = etag_of(body, reader.zone)
    is_kept = Effect.NO_STORE not in effects and reader.previewed is None
    response["Cache-Control"] = ASK_AGAIN if is_kept else "private, no-store"
    response["Vary"] = VARY
    if settings.DEMO or reader.previewed is not None or Effect.NOINDEX in effects:
        response["X-Robots-Tag"] = "noindex"
    return or_not_modified(request, response)
