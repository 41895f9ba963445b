"""404, 500 and 503: in the service's language and design where that is possible."""

from __future__ import annotations

import sys

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.defaults import page_not_found as plain_page_not_found

from articles.front import plain
from articles.front.answers import answer
from articles.front.reader import reader_of
from articles.pages import message
from articles.publishing.once_more import is_passing


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """By the first part of the path: the service's own page, else the first service's."""
    if request.path.startswith(("/admin/", "/static/", "/media/")):
        return plain_page_not_found(request, exception, template_name="front/plain_404.html")
    reader = reader_of(request)
    services = reader.standing.services
    first = request.path.strip("/").partition("/")[0]
    service = services.get(first) or next(iter(services.values()), None)
    if service is None:
        return plain_page_not_found(request, exception, template_name="front/plain_404.html")
    with override(service.language):
        page = message.not_found(service, reader, request.path)
        return answer(request, "message", page, reader, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs no database: that may be what is wrong, or what others hold for a moment (503)."""
    language = plain.language_of(request.path)
    if _others_hold_it(sys.exc_info()[1]):
        is_read = request.method in ("GET", "HEAD")
        page = plain.busy(language) if is_read else plain.broken(language)
        response = HttpResponse(page, status=503, headers={"Retry-After": str(plain.AGAIN)})
    else:
        response = HttpResponse(plain.broken(language), status=500)
    setattr(response, "_csp_replace", {"style-src": [plain.CSP_HASH]})  # noqa: B010
    response["Cache-Control"] = "no-store"
    if settings.DEMO:
        response["X-Robots-Tag"] = "noindex"
    return response


def _others_hold_it(error: BaseException | None) -> bool:
    return isinstance(error, OperationalError) and is_passing(error)
