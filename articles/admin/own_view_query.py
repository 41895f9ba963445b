"""How a view of the story list stands in its address, and which of their own a person has."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest

from articles.admin.permissions import staff
from articles.admin.story_filters import SECTION, SERVICE
from articles.models import OwnView
from articles.publishing.own_views import views_of
from articles.text.characters import drop_forbidden

ALL = "all"
# What of the list's address makes a view: never the page that somebody leafed to.
KEPT = (
    "view", SERVICE, SECTION, "workflow_status__exact", "review_status__exact", "who", "changed",
    "q", "o",
)  # fmt: skip
LONGEST_VALUE = 200


def query_in(asked: Mapping[str, str]) -> str:
    """The list's address in one form, so that equal lists have equal ones; empty: all stories."""
    values = {name: drop_forbidden(asked.get(name, "")).strip()[:LONGEST_VALUE] for name in KEPT}
    said = {name: value for name, value in values.items() if value}
    if said.get("view") == ALL:
        del said["view"]
    return urlencode(said)


def own_views_of(request: HttpRequest) -> list[OwnView]:
    """Asked for once in a request."""
    if not hasattr(request, "_own_views"):
        request._own_views = views_of(staff(request))  # type: ignore[attr-defined]
    views: list[OwnView] = request._own_views  # type: ignore[attr-defined]
    return views
