"""Addresses of the own account. allauth's pages for second factors stand among them, in our policy.

Its names have no namespace, hence they stand beside the desk's own addresses, not among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from allauth.account import views as account_views
from allauth.mfa import urls as mfa_urls
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from articles.admin import account
from articles.admin.site import DESK_POLICY, desk, set_policy


def at_the_desk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def with_policy(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return set_policy(view(request, *args, **kwargs), DESK_POLICY)

    return with_policy


def _in_our_policy(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern]:
    """allauth's patterns, flat, each behind ``at_the_desk``."""
    found: list[URLPattern] = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            prefix = str(pattern.pattern)
            found += [
                path(prefix + str(one.pattern), one.callback, name=one.name)
                for one in _in_our_policy(pattern.url_patterns)
            ]
        else:
            found.append(
                path(str(pattern.pattern), at_the_desk(pattern.callback), name=pattern.name)
            )
    return found


TO_LOGIN = RedirectView.as_view(pattern_name="admin:login", query_string=True)
urlpatterns = [
    path("", desk.account_view(account.account), name="account"),
    path("panic/", desk.account_view(account.panic), name="account_panic"),
    path("<int:user_id>/freeze/", desk.admin_view(account.freeze), name="account_freeze"),
    path("<int:user_id>/thaw/", desk.admin_view(account.thaw), name="account_thaw"),
    path("login/", TO_LOGIN, name="account_login"),
    path("inactive/", TO_LOGIN, name="account_inactive"),
    path("logout/", at_the_desk(account_views.logout), name="account_logout"),
    path("again/", at_the_desk(account_views.reauthenticate), name="account_reauthenticate"),
    path("second/", include(_in_our_policy(mfa_urls.urlpatterns))),
]
