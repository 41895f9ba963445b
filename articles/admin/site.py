"""The desk: Django's admin under our name, with its own content security policy."""

from __future__ import annotations

from functools import wraps
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

DESK_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "object-src": [NONE],
    "base-uri": [SELF],
    "frame-ancestors": [NONE],
    "form-action": [SELF],
}
# CKEditor 4 writes inline styles and handlers; only pages with the editor allow them.
EDITOR_POLICY = DESK_POLICY | {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "frame-ancestors": [SELF],
}


class DeskSite(AdminSite):
    site_title = _("The desk")
    site_header = _("The desk")
    index_title = _("Newsroom")
    enable_nav_sidebar = False

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        guarded = super().admin_view(view, cacheable)

        @wraps(view)
        def with_policy(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response: HttpResponse = guarded(request, *args, **kwargs)
            return set_policy(response, DESK_POLICY)

        return with_policy

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return set_policy(super().login(request, extra_context), DESK_POLICY)


def set_policy(response: HttpResponse, policy: dict[str, list[str]]) -> HttpResponse:
    """The first policy set wins: a view knows better than the site around it."""
    if not hasattr(response, "_csp_replace"):
        response._csp_replace = policy  # type: ignore[attr-defined]
    return response


desk = DeskSite(name="admin")
