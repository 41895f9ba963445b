"""How allauth behaves at the desk: nobody signs up, secrets are kept encrypted."""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import override

from articles.admin.carried import arrived
from articles.admin.desk_language import bring_language, language_of
from articles.admin.login_address import address_of
from articles.admin.login_language import remember_language
from articles.admin.sent_again import mark_writer
from articles.publishing.permissions import roles_of


class DeskAccounts(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        limit_session(request, user)
        with override(bring_language(request, user)):
            arrived(request, user)
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        mark_writer(answer, user)
        remember_language(answer, language_of(request))
        return answer

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The desk says itself what happened; "signed in as …" is no news to anybody."""


class DeskFactors(DefaultMFAAdapter):
    """A stolen copy of the database holds no second factors."""

    def get_totp_issuer(self) -> str:
        return "The desk"

    def encrypt(self, text: str) -> str:
        return _safe().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _safe().decrypt(encrypted_text.encode()).decode()


def limit_session(request: HttpRequest, user: User) -> None:
    """A session ends where the shortest of the user's roles says, however busy it is."""
    hours = [settings.SESSION_HOURS[role] for role in roles_of(user) if role in _limits()]
    length = timedelta(hours=min(hours)) if hours else _default()
    request.session.set_expiry(timezone.now() + length)


def _limits() -> dict[str, float]:
    limits: dict[str, float] = settings.SESSION_HOURS
    return limits


def _default() -> timedelta:
    return timedelta(seconds=settings.SESSION_COOKIE_AGE)


def _safe() -> MultiFernet:
    """Keys that follow from SECRET_KEY, and from those that it replaced."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (
        hashlib.blake2b(one.encode(), digest_size=32, person=b"secondfactor") for one in secrets
    )
    return MultiFernet([Fernet(base64.urlsafe_b64encode(one.digest())) for one in digests])
