"""From a page to an HTTP answer: headers as the contract says, 304 when nothing is new."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from csp.constants import NONE, SELF
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import get_template
from django.utils.cache import get_conditional_response

from articles.caching import tags as caching_tags
from articles.caching.note import note_page
from articles.caching.surrogate import LIFE, life_of
from articles.pages import standing
from articles.pages.addresses import Carry
from articles.pages.reader import Reader
from articles.pages.shapes import Frame

TEMPLATES = {
    "story": "front/story.html",
    "front": "front/front.html",
    "world": "front/world.html",
    "message": "front/message.html",
    "place": "front/place.html",
    "styleguide": "front/styleguide.html",
}
VARY = "Accept-Encoding, Noticezone"
ASK_AGAIN = "private, no-cache"


def answer(
    request: HttpRequest,
    kind: str,
    page: Any,
    reader: Reader,
    *,
    tags: Iterable[str] = (),
    until: datetime | None = None,
    renew_at: datetime | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render ``page`` with the template of its kind; with ``tags`` it is kept ``until``.

    From ``renew_at`` on it is made anew; the old one is still good enough while that is impossible.
    """
    body = get_template(TEMPLATES[kind]).render({"page": page}).encode()
    response = HttpResponse(body, status=status)
    note_life(request, response, reader, tags, until, renew_at)
    response["ETag"] = _etag(body, reader.zone)
    _set_common(response, page.frame)
    if status != 200:
        return response
    found = get_conditional_response(request, response["ETag"], response=response)
    if found is None or found is response:
        return response
    return _not_modified(found, response)


def note_life(
    request: HttpRequest,
    response: HttpResponse,
    reader: Reader,
    tags: Iterable[str],
    until: datetime | None = None,
    renew_at: datetime | None = None,
) -> None:
    """Tell the caches; a page lives no longer than the law and the rights it was made under."""
    named = set(tags)
    if named and standing.is_current(reader.standing):
        law, now = reader.law, reader.now
        named |= {caching_tags.STANDING, caching_tags.NOTICES}
        ends_at = min(filter(None, (law.ends_at, until)), default=None)
        fresh_until = min(filter(None, (now + law.life(now), until, renew_at)))
        note_page(request.META, named, fresh_until, ends_at, law=law)
        if settings.EDGE and reader.previewed is None:
            zone = law.zone(reader.place)
            response[LIFE] = life_of(named, zone, fresh_until, ends_at)


def moved(path: str, carry: Carry) -> HttpResponse:
    """301, but asked again each time: a slug may change back, and then a kept one would loop."""
    response = HttpResponsePermanentRedirect(carry(quote(path)))
    response["Cache-Control"] = ASK_AGAIN
    response["Vary"] = VARY
    return response


def _etag(body: bytes, zone: str) -> str:
    digest = hashlib.blake2b(body + zone.encode(), digest_size=12).hexdigest()
    return f'"{digest}"'


def _set_common(response: HttpResponse, frame: Frame) -> None:
    response["Cache-Control"] = ASK_AGAIN if frame.may_be_stored else "private, no-store"
    response["Vary"] = VARY
    if frame.robots:
        response["X-Robots-Tag"] = frame.robots
    policy = {"style-src": [frame.csp_hash], "script-src": [SELF] if frame.js else [NONE]}
    setattr(response, "_csp_replace", policy)  # noqa: B010  django-csp's way in


def _not_modified(found: HttpResponse, full: HttpResponse) -> HttpResponse:
    for name in ("Cache-Control", "Vary", "ETag", LIFE):
        if name in full:
            found[name] = full[name]
    return found
