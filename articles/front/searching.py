"""Search. Its questions have no end: pages that answer one are never kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front.answers import answer
from articles.front.found import find
from articles.front.lists import service_called
from articles.front.meant import meant
from articles.front.reader import reader_of
from articles.front.selection import page_key
from articles.models.service import LanguageService
from articles.pages.reader import Reader
from articles.pages.search import Found, Question, build_search_page
from articles.search.matching import LONGEST_QUESTION, terms_asked
from articles.text.direction import balance_bidi
from articles.text.sanitise import clean_line

# The declared parameters, besides the key of a page: with one of them nothing is kept or found.
ASKED = ("q", "from", "to", "section", "topic")


@require_safe
def search(request: HttpRequest, service_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    question, key = question_of(request, service, reader), page_key(request)
    is_asked = bool(question.text)
    found = find(service, question, key, reader) if is_asked else Found()
    with override(service.language):
        if is_asked and not found.rows and not found.key:
            found = replace(found, meant=meant(service, question, found.latest, reader))
        page = build_search_page(service, question, found, reader)
        is_plain = not any(name in request.GET for name in (*ASKED, "before"))
        kept = [tags.STANDING] if is_plain else ()
        return answer(request, "search", page, reader, tags=kept)


def question_of(request: HttpRequest, service: LanguageService, reader: Reader) -> Question:
    """What makes no sense is as good as absent."""
    said = request.GET.get("q", "")[: LONGEST_QUESTION * 4]
    text = balance_bidi(clean_line(said)[:LONGEST_QUESTION].strip())
    return Question(
        text=text,
        terms=terms_asked(text),
        since=_day(request.GET.get("from", "")),
        until=_day(request.GET.get("to", "")),
        section=reader.standing.section(service, request.GET.get("section", "")),
        topic=_slug(request.GET.get("topic", "")),
    )


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if len(said) == 10 else None
    except ValueError:
        return None


def _slug(said: str) -> str:
    return said if len(said) <= 80 and said.isascii() and said.replace("-", "a").isalnum() else ""
