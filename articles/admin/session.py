"""Who is logged in, and logging in again without leaving a form."""

from __future__ import annotations

from allauth.account.utils import perform_login
from django.contrib.admin.forms import AdminAuthenticationForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from articles.admin.site import desk

WRONG = _("This password is not right.")


@never_cache
@csrf_protect
def session_view(request: HttpRequest) -> HttpResponse:
    """GET says who is logged in here, and the token that forms need now. POST logs in again.

    Through the same form and the same steps as the log-in page: whatever guards that guards this.
    ``second``: where a second factor is asked for, in another tab.
    """
    if request.method == "POST":
        form = AdminAuthenticationForm(request, request.POST)
        if not form.is_valid():
            return JsonResponse({"sentence": _why_not(form)}, status=403)
        next_step = perform_login(request, form.get_user(), redirect_url=reverse("admin:index"))
        if not request.user.is_authenticated:
            return JsonResponse({"second": next_step.url, "token": get_token(request)})
    user = request.user.get_username() if desk.has_permission(request) else ""
    return JsonResponse({"user": user, "token": get_token(request)})


def _why_not(form: AdminAuthenticationForm) -> str:
    said = " ".join(str(one) for one in form.non_field_errors())
    return str(WRONG) if form.has_error("__all__", "invalid_login") or not said else said


desk.add_door("session/", session_view, "session")
