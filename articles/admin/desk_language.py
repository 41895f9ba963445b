"""The language of the desk's own words, as each person chooses: the desk is mirrored with it.

It is kept with the account and comes into the session on logging in, so that no page asks for it.
What is not translated yet is in English, and mirrored all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, override

from articles.admin.login_language import language_before_log_in, remember_language
from articles.models import DeskLanguage

KEY = "desk_language"
# Each in its own name; those in whose scripts our newsrooms write.
LANGUAGES = {
    "en": "English",
    "fa": "فارسی",
    "ka": "ქართული",
    "kk": "Қазақша",
    "ps": "پښتو",
    "ru": "Русский",
}


def language_of(request: HttpRequest) -> str:
    session = getattr(request, "session", {})
    chosen = session.get(KEY, "")
    if chosen in LANGUAGES:
        return cast(str, chosen)
    is_known = isinstance(getattr(request, "user", None), User)
    return settings.LANGUAGE_CODE if is_known else language_before_log_in(request)


def bring_language(request: HttpRequest, user: User) -> str:
    """``user`` has just logged in: the desk speaks as it did the last time, here or elsewhere."""
    kept = DeskLanguage.objects.filter(user=user).values_list("language", flat=True).first()
    if kept:
        request.session[KEY] = kept
    return language_of(request)


def in_own_language(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """``answer`` made and rendered in the language that whoever asks has chosen."""
    language = language_of(request)
    if language == get_language():
        return answer()
    with override(language):
        response = answer()
        return response.render() if isinstance(response, TemplateResponse) else response


def choose_view(request: HttpRequest) -> HttpResponse:
    """POST alone; back to where it was asked for."""
    chosen = request.POST.get("language", "")
    if request.method != "POST" or chosen not in LANGUAGES:
        raise Http404
    request.session[KEY] = chosen
    user = cast(User, request.user)
    DeskLanguage.objects.update_or_create(user=user, defaults={"language": chosen})
    back = request.META.get("HTTP_REFERER", "")
    is_ours = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    answer = HttpResponseRedirect(back if is_ours else reverse("admin:index"))
    remember_language(answer, chosen)
    return answer
