"""The site's addresses and one view that does nothing, through the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from articles.front.machines import media


def constant(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"constant")


urlpatterns = [
    path("bench/constant", constant),
    path("media/<path:name>", media),  # what an edge serves in production
    path("", include("newsroom.urls")),
]
handler404 = "articles.front.errors.page_not_found"
handler500 = "articles.front.errors.server_error"
