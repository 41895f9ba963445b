"""The style guide's door: it is open under DEBUG alone, and no public address otherwise."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.front.answers import answer
from articles.front.reader import reader_of
from articles.pages.styleguide import build_style_guide


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    reader = reader_of(request)
    return answer(request, "styleguide", build_style_guide(reader), reader)
