"""Logging in: a password, then a second factor where the account has one."""

from __future__ import annotations

from typing import Any

from allauth.account.utils import perform_login
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from axes.helpers import get_cool_off
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.carried import CARRIED, LOGIN_TEMPLATE, carried_in, hold
from articles.admin.desk_language import KEY as LANGUAGE
from articles.admin.desk_language import in_own_language
from articles.admin.login_language import chosen_at_log_in, is_switch, remember_language
from articles.publishing.permissions import roles_of

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class DeskLogin(LoginView):
    """Django's own page; what follows a right password is allauth's."""

    authentication_form = AdminAuthenticationForm
    template_name = LOGIN_TEMPLATE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What was typed before the session ended comes along, also past a wrong password."""
        carried = {"carried": carried_in(self.request.POST), "carried_prefix": CARRIED}
        return super().get_context_data(**carried | kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """In another language it is the same page: what was typed stays, but for the password."""
        if not is_switch(request):
            return super().post(request, *args, **kwargs)
        typed = {"username": request.POST.get("username", "")}
        page = self.render_to_response(
            self.get_context_data(form=self.authentication_form(request, initial=typed))
        )
        remember_language(page, chosen_at_log_in(request))
        return page

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        hold(self.request)
        if chosen := chosen_at_log_in(self.request):
            self.request.session[LANGUAGE] = chosen
        answer: HttpResponse = perform_login(
            self.request, form.get_user(), redirect_url=self.get_success_url()
        )
        return answer


def has_second_factor(user: User) -> bool:
    return bool(is_mfa_enabled(user, FACTORS))


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether a role of the user demands one that the account has not."""
    user = request.user
    if not isinstance(user, User) or not settings.MFA_ROLES.intersection(roles_of(user)):
        return False
    return not has_second_factor(user)


def locked_out(request: HttpRequest, *_by_axes: Any, **_more: Any) -> HttpResponse:
    """429: too many wrong passwords for this name from this address."""
    return in_own_language(request, lambda: _locked_out(request))


def _locked_out(request: HttpRequest) -> HttpResponse:
    minutes = int(get_cool_off().total_seconds() // 60)
    context = {
        "title": _("Too many wrong passwords"),
        "told": _(
            "Nobody can log in under this name from here for %(minutes)s minutes. "
            "If it was not you who tried, tell an administrator."
        )
        % {"minutes": minutes},
        "carried": carried_in(request.POST), "carried_prefix": CARRIED,
        "next": request.POST.get("next", ""), "log_in_url": reverse("admin:login"),
    }  # fmt: skip
    answer = TemplateResponse(request, "admin/account/told.html", context, status=429)
    answer["Retry-After"] = str(minutes * 60)
    return answer.render()
