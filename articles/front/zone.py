"""What an edge asks before it looks into its cache: in which zone is this reader?"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front.answers import ASK_AGAIN, VARY, note_life
from articles.front.reader import reader_of
from articles.legal.peers import is_ours


@require_safe
def zone(request: HttpRequest) -> HttpResponse:
    """A trusted edge alone is answered, in headers (caching/surrogate.py); 404 for others.

    Good until the next boundary of the law or the next change of it (tag ``notices``).
    """
    peer = request.META.get("REMOTE_ADDR") or ""
    if not (settings.EDGE and is_ours(peer, settings.TRUSTED_PROXIES)):
        raise Http404
    reader = reader_of(request)
    response = HttpResponse(content_type="text/plain")
    note_life(request, response, reader, [tags.NOTICES])
    response["ETag"] = f'"{reader.zone}"'
    response["Cache-Control"] = ASK_AGAIN
    response["Vary"] = VARY
    return response
