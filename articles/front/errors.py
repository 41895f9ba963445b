"""404 and 500: in the service's language and design where that is possible."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.defaults import page_not_found as plain_page_not_found

from articles.front import plain
from articles.front.answers import answer
from articles.front.reader import reader_of
from articles.pages import message


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
    """Needs no database: that may be what is wrong."""
    response = HttpResponse(plain.broken(plain.language_of(request.path)), status=500)
    setattr(response, "_csp_replace", {"style-src": [plain.CSP_HASH]})  # noqa: B010
    response["Cache-Control"] = "no-store"
    if settings.DEMO:
        response["X-Robots-Tag"] = "noindex"
    return response
