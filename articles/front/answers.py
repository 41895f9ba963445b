"""From a page to an HTTP answer: headers as the contract says, 304 when nothing is new."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from csp.constants import HEADER
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.cache import get_conditional_response

from articles.caching import tags as caching_tags
from articles.caching.note import note_page
from articles.caching.surrogate import LIFE, life_of
from articles.front.policy import policy_of
from articles.front.printing import bytes_of
from articles.pages import standing
from articles.pages.addresses import Carry
from articles.pages.reader import Reader
from articles.pages.shapes import Frame

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

    From ``renew_at`` on, or once its strip is over, it is made anew; the old one is still good
    enough while that is impossible.
    """
    body = bytes_of(kind, page)
    response = HttpResponse(body, status=status)
    strip, named = page.frame.strip, set(tags)
    if named and page.frame.service:
        named.add(caching_tags.alert(page.frame.service))
    renew_at = min(filter(None, (renew_at, strip and strip.until)), default=None)
    note_life(request, response, reader, named, until, renew_at)
    response["ETag"] = etag_of(body, reader.zone)
    _set_common(response, page.frame)
    return response if status != 200 else or_not_modified(request, response)


def or_not_modified(request: HttpRequest, response: HttpResponse) -> HttpResponse:
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
    """Tell the caches; a page lives no longer than the law and the rights it was made under.

    ``renew_at`` is a soft end: a label that is over is old news, not forbidden.
    """
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


def etag_of(body: bytes, zone: str) -> str:
    digest = hashlib.blake2b(body + zone.encode(), digest_size=12).hexdigest()
    return f'"{digest}"'


def _set_common(response: HttpResponse, frame: Frame) -> None:
    response["Cache-Control"] = ASK_AGAIN if frame.may_be_stored else "private, no-store"
    response["Vary"] = VARY
    if frame.robots:
        response["X-Robots-Tag"] = frame.robots
    pictures = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"]
    response[HEADER] = policy_of(frame.csp_hash, frame.js, tuple(pictures))


def _not_modified(found: HttpResponse, full: HttpResponse) -> HttpResponse:
    for name in ("Cache-Control", "Vary", "ETag", LIFE):
        if name in full:
            found[name] = full[name]
    return found
