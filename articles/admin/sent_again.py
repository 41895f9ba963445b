"""A form of the desk that came when nobody was logged in any more, sent again with one click.

A story's form comes back as a draft (carried.py). Any other waits through the log-in, in the
session of who sent it, and is shown before it goes where it was going: nothing is done unasked.
Where that is stands signed in the page itself: whatever becomes of the session meanwhile, a form
can neither be lost by a second click nor end at another address than the one it was typed for.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseRedirectBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.field_names import name_of_field

Pairs = list[tuple[str, str]]
WAITING = "sent_again"
MOST = 5  # forms that wait in a session
# Of our own, beside what was typed: where the form was going, which page it stood on, and whether
# files were with it, and who was logged in there; then the first of these, signed.
TO, FROM, FILES, BY, WAY = "_to", "_from", "_files", "_by", "_way"
AWAY = "_away"
_OURS = {"csrfmiddlewaretoken", TO, FROM, FILES, BY, WAY, AWAY}
WRITER = "desk_writer"  # a cookie: who was logged in here last
_SALT = "articles.admin.sent_again"
# Keys, hashes and numbers that a form holds for itself: no words of anybody.
_TECHNICAL = re.compile(r"[\W\d]*|[0-9a-fA-F-]{16,}")


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
    return [(name, value) for name in request.POST if name not in _OURS
            for value in request.POST.getlist(name)]  # fmt: skip


def address_of(request: HttpRequest) -> str:
    """Where the form was going, also when it came back from waiting."""
    if request.path != reverse("admin:sent_again"):
        return request.get_full_path()
    try:
        return str(signing.loads(request.POST.get(WAY, ""), salt=_SALT))
    except signing.BadSignature:
        return ""


def addressed(request: HttpRequest) -> Pairs:
    """What is carried besides the words."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    is_ours = came_from.netloc == request.get_host()
    page = [(FROM, came_from.path)] if is_ours and _is_of_desk(came_from.path) else []
    files = [(FILES, "1")] if request.FILES else []
    writer = request.get_signed_cookie(WRITER, default="", salt=_SALT) or ""
    return [(TO, address_of(request)), (BY, writer), *page, *files]


def mark_writer(response: HttpResponse, user: User) -> None:
    """For the desk alone, and gone with the browser's window."""
    response.set_signed_cookie(
        WRITER, str(user.pk), salt=_SALT, path=reverse("admin:index"),
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip


def keep_waiting(request: HttpRequest, user: User, words: QueryDict) -> bool:
    """False for what somebody else typed here, or what was not going to the desk."""
    is_own = words.get(BY, "") in ("", str(user.pk))
    if not (is_own and _is_of_desk(words.get(TO, ""))):
        return False
    pairs = [[name, one] for name in words for one in words.getlist(name)]
    waiting = request.session.get(WAITING, [])
    request.session[WAITING] = [*waiting, pairs][-MOST:]
    return True


def sent_again_view(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """GET shows what waits; POST sends a form on, or throws it away."""
    if request.method == "POST":
        return _sent_on(request)
    waiting = request.session.get(WAITING, [])
    if not waiting:
        return HttpResponseRedirect(reverse("admin:index"))
    context |= {"title": _("Not sent yet"), "waiting": [shown(pairs) for pairs in waiting]}
    return TemplateResponse(request, "admin/sent_again.html", context)


def _sent_on(request: HttpRequest) -> HttpResponse:
    to = address_of(request)
    if not to:
        messages.error(request, _("That page was not whole any more. Nothing was sent."))
        return HttpResponseRedirect(reverse("admin:index"))
    waiting = request.session.get(WAITING, [])
    request.session[WAITING] = [one for one in waiting if not _is_same(one, pairs_of(request), to)]
    if AWAY not in request.POST:
        return _SameAgain(to)
    left = request.session[WAITING]
    return HttpResponseRedirect(reverse("admin:sent_again" if left else "admin:index"))


def _is_same(waiting: list[list[str]], pairs: Pairs, to: str) -> bool:
    """Letter for letter but for the ends of lines, which browsers send in their own way."""
    words = [(name, value) for name, value in waiting if name not in _OURS]
    return [TO, to] in waiting and _plain(words) == _plain(pairs)


def _plain(pairs: Pairs) -> list[tuple[str, list[str]]]:
    return sorted((name, value.splitlines()) for name, value in pairs)


def shown(pairs: Any) -> dict[str, Any]:
    """Whole in hidden fields; of those, what somebody wrote can be read, and copied."""
    ours = {name: value for name, value in pairs if name in _OURS}
    fields = [(name, value) for name, value in pairs if name not in _OURS]
    words = [(name_of_field(name), value) for name, value in fields
             if not name.startswith("_") and not _TECHNICAL.fullmatch(value)]  # fmt: skip
    return {
        "to": ours[TO], "way": signing.dumps(ours[TO], salt=_SALT), "page": ours.get(FROM, ""),
        "fields": fields, "words": words, "has_files": FILES in ours,
    }  # fmt: skip


def _is_of_desk(path: str) -> bool:
    return path.startswith(reverse("admin:index"))
