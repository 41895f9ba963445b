"""The desk on a host of its own (``ADMIN_HOST``): elsewhere its addresses are not there."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

DESK = "/admin/"
# What machines and the desk's own pages ask of every host.
EVERYWHERE = (DESK, "/preview/", "/static/", "/media/", "/healthz", "/readyz")


class DeskOnItsOwnHost:
    """With no ``ADMIN_HOST`` the desk is on every host, as in the demonstration."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.ADMIN_HOST:
            return self.get_response(request)
        is_own = request.get_host().partition(":")[0].lower() == settings.ADMIN_HOST.lower()
        if not is_own and request.path.startswith(DESK):
            raise Http404
        if is_own and not request.path.startswith(EVERYWHERE) and not _has_session(request):
            return HttpResponseRedirect(DESK)
        return self.get_response(request)


def _has_session(request: HttpRequest) -> bool:
    """Staff read the public pages as a preview, on the host that knows them."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES
