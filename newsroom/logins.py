"""Who may log in, and how: throttled passwords, second factors, sessions of a role's length."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.core.exceptions import ImproperlyConfigured

# Beside Django's own. allauth is here for second factors alone: nobody signs up.
APPS = ["django.contrib.humanize", "allauth", "allauth.account", "allauth.mfa",
        "allauth.usersessions", "axes"]  # fmt: skip
MIDDLEWARE = [
    "allauth.account.middleware.AccountMiddleware",
    # Last: it turns a refused log-in into an answer.
    "axes.middleware.AxesMiddleware",
]
BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
ROLES = ("reporter", "editor", "service_chief", "photo_editor", "legal_officer", "administrator")
# The longest of a user's roles' sessions is not the safest: the shortest counts.
DEFAULT_HOURS = 12.0
FAILURES, COOL_OFF = 5, timedelta(minutes=15)

LOGINS: dict[str, Any] = {
    "AUTHENTICATION_BACKENDS": BACKENDS,
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
    "AUTH_PASSWORD_VALIDATORS": [
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in (
            "UserAttributeSimilarityValidator",
            "MinimumLengthValidator",
            "CommonPasswordValidator",
            "NumericPasswordValidator",
        )
    ],
    "LOGIN_URL": "admin:login",
    "LOGIN_REDIRECT_URL": "admin:index",
    # -- Throttled: by name and address together, so that nobody locks a colleague out from outside
    "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
    "AXES_FAILURE_LIMIT": FAILURES,
    "AXES_COOLOFF_TIME": COOL_OFF,
    "AXES_RESET_ON_SUCCESS": True,
    "AXES_DISABLE_ACCESS_LOG": True,
    "AXES_ENABLE_ADMIN": False,
    "AXES_VERBOSE": False,
    "AXES_CLIENT_IP_CALLABLE": "articles.admin.login_address.address_of",
    "AXES_LOCKOUT_CALLABLE": "articles.admin.login.locked_out",
    # -- Second factors
    "ACCOUNT_ADAPTER": "articles.admin.login_adapter.DeskAccounts",
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*", "password2*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_EMAIL_NOTIFICATIONS": False,
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": 600,
    "MFA_ADAPTER": "articles.admin.login_adapter.DeskFactors",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    # A code that was typed as it ended, or of a telephone whose clock is half a minute off.
    "MFA_TOTP_TOLERANCE": 1,
    "MFA_RECOVERY_CODES_SHOW_ONCE": True,
}


def hours_by_role(said: dict[str, str]) -> dict[str, float]:
    """``SESSION_HOURS``: role=hours, with commas; nonsense stops the start."""
    hours = {}
    for role, text in said.items():
        if role not in ROLES or not re.fullmatch(r"\d{1,3}(\.\d+)?", text) or not float(text):
            raise ImproperlyConfigured(
                f"SESSION_HOURS must be role=hours, as in administrator=4 (not {role}={text!r}). "
                f"Roles: {', '.join(ROLES)}."
            )
        hours[role] = float(text)
    return hours


def roles_named(setting: str, said: list[str]) -> frozenset[str]:
    if strangers := [role for role in said if role not in ROLES]:
        raise ImproperlyConfigured(
            f"{setting}: {', '.join(strangers)} is no role. Roles: {', '.join(ROLES)}."
        )
    return frozenset(said)
