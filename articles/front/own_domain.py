"""A service on a domain of its own: there the prefix falls away from every address.

Inside, addresses have their prefix everywhere; what is written into pages for such a host loses it
in ``Carry`` and ``public_url``.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.encoding import escape_uri_path, iri_to_uri

from articles.caching.surrogate import ZONE_PATH
from articles.models.service import LanguageService
from articles.pages import standing
from articles.pages.addresses import site_url, without_prefix

# The same on every host.
EVERYWHERE = (
    "/admin/", "/preview/", "/static/", "/media/", "/styleguide/", "/healthz", "/readyz",
    "/robots.txt", "/sitemap.xml", "/news-sitemap.xml", ZONE_PATH,
)  # fmt: skip


class ServiceOnItsOwnDomain:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(EVERYWHERE):
            return self.get_response(request)
        services = standing.get(timezone.now()).services
        own = standing.service_at(request.get_host(), services)
        if own is None:
            return self.get_response(request)
        if (elsewhere := _right_address(request, own, services)) is not None:
            return _moved(request, elsewhere)
        request.path_info = request.path = f"/{own.slug}{request.path_info}"
        return _stripped(self.get_response(request), own)


def _right_address(
    request: HttpRequest, own: LanguageService, services: dict[str, LanguageService]
) -> str | None:
    """For a prefix that has no place here; another service's stays where no other host is known."""
    path = request.path_info
    named = services.get(path.lstrip("/").partition("/")[0])
    if named is None:
        return None
    if named == own:
        return without_prefix(path, own.slug) if "/" in path[1:] else "/"
    host = site_url(named)
    return f"{host}{without_prefix(path, named.slug) if named.domain else path}" if host else None


def _moved(request: HttpRequest, address: str) -> HttpResponse:
    """Asked again each time: a service may leave its domain."""
    query = request.META.get("QUERY_STRING", "")
    whole = escape_uri_path(address) if address.startswith("/") else iri_to_uri(address)
    response = HttpResponsePermanentRedirect(f"{whole}?{query}" if query else whole)
    response["Cache-Control"] = "no-store"
    return response


def _stripped(response: HttpResponse, own: LanguageService) -> HttpResponse:
    """Django's own redirects (a missing stroke at the end) know nothing of the domain."""
    if "Location" in response:
        response["Location"] = without_prefix(response["Location"], own.slug)
    return response
