"""The own account: second factors, sessions, and the button for the worst hour."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.login import lacks_second_factor
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.verbs import Confirmation, confirm
from articles.publishing.accounts import end_sessions, freeze_account, thaw_account
from articles.publishing.permissions import may_keep_account

# In this order: most browsers claim to be the later ones, too.
BROWSERS = ("Firefox", "Edg", "OPR", "SamsungBrowser", "Chrome", "Safari")
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux")


def account(request: HttpRequest) -> HttpResponse:
    """One page: is my account safe, where am I logged in, how do I shut everything?"""
    user = staff(request)
    if request.method == "POST":
        return _end_sessions(request, user)
    factors = Authenticator.objects.filter(user=user).exclude(type="recovery_codes")
    context = desk.each_context(request) | {
        "title": _("My account"),
        "factors": factors,
        "is_missing": lacks_second_factor(request),
        "sessions": [
            (session, device_of(session.user_agent))
            for session in UserSession.objects.purge_and_list(user)
        ],
        "current": request.session.session_key,
    }
    return TemplateResponse(request, "admin/account/account.html", context)


def device_of(user_agent: str) -> str:
    """Enough to know one's own devices by: "Firefox, Android"; else what the browser says."""
    told = [
        next((name for name in names if name in user_agent), "") for names in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, told)) or user_agent[:60]


def _end_sessions(request: HttpRequest, user: User) -> HttpResponse:
    """One by its number, or all but this; never this one: for that there is "Log out"."""
    own = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
    number = request.POST.get("session", "")
    if number:
        own = own.filter(pk=int(number) if number.isdecimal() and len(number) < 18 else 0)
    keys = set(own.values_list("session_key", flat=True))
    ended = end_sessions(user, keys, actor=user, now=timezone.now())
    words = ngettext("%(count)s session ended.", "%(count)s sessions ended.", ended)
    messages.success(request, words % {"count": ended})
    return HttpResponseRedirect(reverse("account"))


def panic(request: HttpRequest) -> HttpResponse:
    """Freeze the own account: every session ends, this one, too."""
    user = User.objects.get(pk=staff(request).pk)
    ask = Confirmation(
        title=_("Freeze my account"),
        question=_(
            "Every session of this account ends now, on every device, this one, too. Nobody can "
            "log in under it until an administrator has opened it again. Stories stay as they are."
        ),
        button=_("Freeze my account now"),
        back=reverse("account"),
        done=_("Your account is frozen. An administrator can open it again."),
        needs_reason=False,
        danger=True,
    )
    return _ask(request, ask, freeze_account, user, user)


def freeze(request: HttpRequest, user_id: int) -> HttpResponse:
    """For an administrator: a colleague's device is in the wrong hands."""
    user = _colleague(request, user_id)
    ask = Confirmation(
        title=_("Freeze this account"),
        question=_("Every session ends now, and nobody can log in under this account."),
        button=_("Freeze this account"),
        back=reverse("admin:auth_user_change", args=[user_id]),
        done=_("Frozen: no session of this account is left."),
        needs_reason=False,
        danger=True,
    )
    return _ask(request, ask, freeze_account, user, staff(request))


def thaw(request: HttpRequest, user_id: int) -> HttpResponse:
    user = _colleague(request, user_id)
    ask = Confirmation(
        title=_("Open this account again"),
        question=_("It has no password until you set a new one: hand that over in person."),
        button=_("Open this account again"),
        back=reverse("admin:auth_user_password_change", args=[user_id]),
        done=_("Open again. Now set a password."),
        needs_reason=True,
    )
    return _ask(request, ask, thaw_account, user, staff(request))


def _ask(
    request: HttpRequest, ask: Confirmation, verb: Callable[..., None], user: User, actor: User
) -> HttpResponse:
    def deed(reason: str) -> None:
        verb(user, actor=actor, now=timezone.now(), reason=reason)

    return confirm(request, ask, deed, user)


def _colleague(request: HttpRequest, user_id: int) -> User:
    """404 for everybody but their administrators: who works here is nobody else's to try out."""
    user: User = get_object_or_404(User, pk=user_id)
    if not may_keep_account(staff(request), user):
        raise Http404
    return user
