"""What machines ask for: robots, health, and in the demonstration the pictures."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.storage import storages
from django.db import Error, connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

PICTURES = {".avif": "image/avif", ".jpg": "image/jpeg", ".webp": "image/webp"}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search pages have no end: nobody need walk them."""
    rules = ["/"] if settings.DEMO else ["/admin/", "/*/search/?"]
    maps = (request.build_absolute_uri(path) for path in ("/sitemap.xml", "/news-sitemap.xml"))
    lines = ["User-agent: *", *(f"Disallow: {rule}" for rule in rules), ""]
    lines += [f"Sitemap: {address}" for address in maps]
    return _plain("\n".join(lines) + "\n", "private, no-cache")


@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return _plain("ok\n")


@require_safe
def readyz(_request: HttpRequest) -> HttpResponse:
    """The database answers, too."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return _plain("the database does not answer\n", status=503)
    return _plain("ready\n")


def _plain(text: str, cache_control: str = "no-store", status: int = 200) -> HttpResponse:
    """A machine's health is never somebody's memory of it."""
    response = HttpResponse(text, content_type="text/plain", status=status)
    response["Cache-Control"] = cache_control
    return response


@require_safe
def media(_request: HttpRequest, name: str) -> FileResponse:
    """Renditions, where no edge or static mount serves them. Names carry their content's hash."""
    kind = PICTURES.get(PurePosixPath(name).suffix)
    store = storages["public"]
    if kind is None or ".." in name or not store.exists(name):
        raise Http404
    response = FileResponse(store.open(name), content_type=kind)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
