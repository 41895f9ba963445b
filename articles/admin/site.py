"""The desk: Django's admin under our name, with its own content security policy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.busy import unless_busy
from articles.admin.carried import is_carried, log_in_first
from articles.admin.desk_language import LANGUAGES, choose_view, in_own_language, language_of
from articles.admin.login import DeskLogin, lacks_second_factor
from articles.admin.login_language import SPOKEN, chosen_at_log_in
from articles.admin.script_words import words_of_scripts
from articles.admin.sent_again import sent_again_view
from articles.publishing.permissions import Deed, may

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PICTURES = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"]
DESK_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF],
    "style-src": [SELF],
    # Thumbnails lie where readers' pictures do.
    "img-src": [*PICTURES, "data:", "blob:"],
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


@dataclass(frozen=True)
class DeskPage:
    """A page of the desk that belongs to no model; listed on the start page for its ``deed``.

    ``told`` says to a user what is to be done there; empty when nothing is.
    """

    route: str
    view: Callable[..., HttpResponse]
    name: str
    title: StrOrPromise
    deed: Deed
    about: StrOrPromise = ""
    is_listed: bool = True
    told: Callable[[User], str] | None = None
    calls: bool = False

    def as_told(self, user: User) -> DeskPage:
        """With what ``told`` says in place of ``about``, and calling for attention then."""
        told = self.told(user) if self.told else ""
        return replace(self, about=told, calls=True) if told else self

    @property
    def url(self) -> str:
        return reverse(f"admin:{self.name}")


class DeskSite(AdminSite):
    site_title = _("The desk")
    site_header = _("The desk")
    index_title = _("Newsroom")
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.pages: list[DeskPage] = []
        self.doors: list[Any] = []

    def add_page(self, page: DeskPage) -> None:
        """Call on import of the module that holds the view, as ``register`` for a model."""
        self.pages.append(page)

    def add_door(self, route: str, view: Callable[..., HttpResponse], name: str) -> None:
        """An address of the desk for those who are not logged in (yet, or any more)."""
        self.doors.append(path(route, view, name=name))

    def get_urls(self) -> list[Any]:
        own = [
            path(page.route, self.admin_view(self._guarded(page)), name=page.name)
            for page in self.pages
        ]
        choose = path("language/", self.admin_view(choose_view), name="desk_language")
        again = path("sent-again/", self.admin_view(self.sent_again), name="sent_again")
        return [choose, again, *own, *self.doors, *super().get_urls()]

    def sent_again(self, request: HttpRequest) -> HttpResponse:
        return sent_again_view(request, self.each_context(request))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().each_context(request) | {
            "desk_languages": LANGUAGES,
            "desk_language": language_of(request),
            "languages_before_log_in": SPOKEN,
            "language_at_log_in": chosen_at_log_in(request),
            "script_words": words_of_scripts,  # called by the pages that have scripts
        }

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        user = cast(User, request.user)
        pages = [
            page.as_told(user) for page in self.pages if page.is_listed and may(user, page.deed)
        ]
        return super().index(request, {"desk_pages": pages} | (extra_context or {}))

    @staticmethod
    def _guarded(page: DeskPage) -> Callable[..., HttpResponse]:
        """404 for whom the page is not meant, so that not even its existence leaks."""

        @wraps(page.view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(cast(User, request.user), page.deed):
                raise Http404
            return page.view(request, *args, **kwargs)

        return guarded

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        guarded = super().admin_view(view, cacheable)
        is_way_out = getattr(view, "__name__", "") == "logout"

        @wraps(view)
        def with_policy(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            def asked() -> HttpResponse:
                if not is_way_out and lacks_second_factor(request):
                    return HttpResponseRedirect(reverse("account"))
                found: HttpResponse = guarded(request, *args, **kwargs)
                return found

            def answer() -> HttpResponse:
                found = self._unless_busy(request, asked)
                if is_carried(request) and not self.has_permission(request):
                    return log_in_first(request, self.each_context(request))
                return found

            return set_policy(in_own_language(request, answer), DESK_POLICY)

        return with_policy

    def _unless_busy(
        self, request: HttpRequest, answer: Callable[[], HttpResponse]
    ) -> HttpResponse:
        return unless_busy(request, answer, lambda: self.each_context(request))

    def account_view(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        """For the pages of the own account: open to whoever still lacks a second factor."""
        guarded = super().admin_view(view)

        @wraps(view)
        def with_policy(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            def answer() -> HttpResponse:
                return self._unless_busy(request, lambda: guarded(request, *args, **kwargs))

            return set_policy(in_own_language(request, answer), DESK_POLICY)

        return with_policy

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if request.method == "GET" and self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))
        to_index = {} if "next" in request.GET | request.POST else {"next": reverse("admin:index")}
        context = self.each_context(request) | to_index | (extra_context or {})
        words = {"title": _("Log in"), "app_path": request.get_full_path()}
        page = DeskLogin.as_view(extra_context=context | words)
        answer = in_own_language(request, lambda: cast(HttpResponse, page(request)))
        return set_policy(answer, DESK_POLICY)


def set_policy(response: HttpResponse, policy: dict[str, list[str]]) -> HttpResponse:
    """The first policy set wins: a view knows better than the site around it."""
    if not hasattr(response, "_csp_replace"):
        response._csp_replace = policy  # type: ignore[attr-defined]
    return response


desk = DeskSite(name="admin")
