"""A form of the desk that came when nobody was logged in any more, sent again with one click.

A story's form comes back as a draft (carried.py). Any other waits through the log-in, in the
session of who sent it, and is shown before it goes where it was going: nothing is done unasked.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseRedirectBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

Pairs = list[tuple[str, str]]
WAITING = "sent_again"
# Of our own, beside what was typed: where the form was going, and whether files were with it.
TO, FILES = "_to", "_files"
WRITER = "desk_writer"  # a cookie: who was logged in here last
_SALT = "articles.admin.sent_again"


class _SameAgain(HttpResponseRedirectBase):
    """The browser sends the same form once more, to another address."""

    status_code = 307


def may_wait(request: HttpRequest) -> bool:
    """A form that a page has sent; scripts say by themselves what became of theirs.

    None with a password in it: that is to be typed again, and kept nowhere.
    """
    is_page = "text/html" in request.headers.get("Accept", "")
    has_secret = any("password" in name for name in request.POST)
    is_way_out = request.path == reverse("admin:logout")
    return request.method == "POST" and is_page and not has_secret and not is_way_out


def pairs_of(request: HttpRequest) -> Pairs:
    return [(name, value) for name in request.POST if name != "csrfmiddlewaretoken"
            for value in request.POST.getlist(name)]  # fmt: skip


def addressed(request: HttpRequest) -> Pairs:
    """What is carried besides: the way that the form was going."""
    files = [(FILES, "1")] if request.FILES else []
    return [(TO, request.get_full_path()), *files]


def mark_writer(response: HttpResponse, user: User) -> None:
    """For the desk alone, and gone with the browser's window."""
    response.set_signed_cookie(
        WRITER, str(user.pk), salt=_SALT, path=reverse("admin:index"),
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip


def keep_waiting(request: HttpRequest, user: User, words: QueryDict) -> bool:
    """False for what somebody else typed here, or what was not going to the desk."""
    writer = request.get_signed_cookie(WRITER, default="", salt=_SALT)
    to = words.get(TO, "")
    if writer != str(user.pk) or not to.startswith(reverse("admin:index")):
        return False
    typed = [(name, one) for name in words if name != TO for one in words.getlist(name)]
    request.session[WAITING] = [to, typed]
    return True


def sent_again_view(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """GET shows what waits; POST sends it on, or throws it away."""
    if request.method == "POST":
        to, _typed = request.session.pop(WAITING, ("", []))
        is_wanted = to and "_away" not in request.POST
        return _SameAgain(to) if is_wanted else HttpResponseRedirect(reverse("admin:index"))
    to, typed = request.session.get(WAITING, ("", []))
    if not to:
        return HttpResponseRedirect(reverse("admin:index"))
    context |= shown(typed) | {"title": _("Not sent yet"), "to": to}
    return TemplateResponse(request, "admin/sent_again.html", context)


def shown(typed: Pairs) -> dict[str, Any]:
    """Whole in hidden fields; of those, what somebody wrote can be read, and copied."""
    words = [(name.replace("_", " ").strip(), value) for name, value in typed
             if " " in value.strip() and not name.startswith("_")]  # fmt: skip
    fields = [(name, value) for name, value in typed if name not in (TO, FILES)]
    return {"fields": fields, "words": words, "has_files": (FILES, "1") in map(tuple, typed)}
