"""From a page to an HTTP answer: headers as the contract says, 304 when nothing is new."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.cache import get_conditional_response

from articles.pages.shapes import Frame
from articles.pages.stylesheet import sheet
from articles.vocabularies import Effect

TEMPLATES = {
    "story": "front/story.html",
    "front": "front/front.html",
    "world": "front/world.html",
    "message": "front/message.html",
}


def answer(
    request: HttpRequest, kind: str, page: Any, *, zone: str, status: int = 200, effects: Any = ()
) -> HttpResponse:
    """Render ``page`` with the template of its kind."""
    body = get_template(TEMPLATES[kind]).render({"page": page}).encode()
    response = HttpResponse(body, status=status)
    response["ETag"] = _etag(body, zone)
    response["Cache-Control"] = _cache_control(effects)
    _set_common(response, kind, page.frame)
    if status != 200:
        return response
    found = get_conditional_response(request, response["ETag"], response=response)
    if found is None or found is response:
        return response
    return _not_modified(found, response)


def _cache_control(effects: Any) -> str:
    return "private, no-store" if Effect.NO_STORE in effects else "private, no-cache"


def _etag(body: bytes, zone: str) -> str:
    digest = hashlib.blake2b(body + zone.encode(), digest_size=12).hexdigest()
    return f'"{digest}"'


def _set_common(response: HttpResponse, kind: str, frame: Frame) -> None:
    response["Vary"] = "Accept-Encoding, Noticezone"
    if frame.robots:
        response["X-Robots-Tag"] = frame.robots
    policy = {"style-src": [sheet(kind, settings.DEMO).csp_hash]}
    setattr(response, "_csp_replace", policy)  # noqa: B010  django-csp's way in


def _not_modified(found: HttpResponse, full: HttpResponse) -> HttpResponse:
    for name in ("Cache-Control", "Vary", "ETag"):
        found[name] = full[name]
    return found
