"""The language of the log-in page: nobody is known there yet, so the browser is asked.

What was chosen on the page itself comes first, then what the desk spoke last in this browser, then
what the browser asks for. All of it holds until somebody is in: an account has its own language.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation.trans_real import parse_accept_lang_header

# Those into which the whole desk is translated.
SPOKEN = {"en": "English", "fa": "فارسی", "ru": "Русский"}
# A button's name, and that of the field in which its choice goes on to the log-in itself.
SPEAK, CHOSEN = "speak", "spoken"
COOKIE = "desk_language"
YEAR = 365 * 24 * 3600


def is_switch(request: HttpRequest) -> bool:
    """One of the languages was pressed, and not “Log in”."""
    return request.method == "POST" and request.POST.get(SPEAK) in SPOKEN


def chosen_at_log_in(request: HttpRequest) -> str:
    """Empty where nobody has chosen on the log-in page."""
    if request.method != "POST" or request.path != reverse("admin:login"):
        return ""
    chosen = request.POST.get(SPEAK) or request.POST.get(CHOSEN) or ""
    return chosen if chosen in SPOKEN else ""


def language_before_log_in(request: HttpRequest) -> str:
    last = request.COOKIES.get(COOKIE, "")
    return chosen_at_log_in(request) or (last if last in SPOKEN else "") or _of_browser(request)


def _of_browser(request: HttpRequest) -> str:
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    bases = [tag.partition("-")[0] for tag, weight in asked if weight > 0]
    return next((base for base in bases if base in SPOKEN), settings.LANGUAGE_CODE)


def remember_language(response: HttpResponse, language: str) -> None:
    """For the next log-in page in this browser; it says nothing of anybody."""
    response.set_cookie(
        COOKIE, language, max_age=YEAR, path=reverse("admin:index"),
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip
