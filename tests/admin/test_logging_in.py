"""A password, throttled; a second factor where the account has one or a role demands it."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

LOGIN = "/admin/login/"
WRONG = {"username": "reporter", "password": "guess"}
RIGHT = {"username": "reporter", "password": "secret"}


@pytest.fixture(autouse=True)
def _nobody_has_guessed() -> None:
    cache.clear()


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, [*yield_hotp_counters_from_time()][1]))


@pytest.fixture
def secret(cast) -> str:
    """The reporter's telephone."""
    made = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(cast.reporter, made)
    return made


def test_a_password_opens_the_desk_and_leads_on(client, cast):
    page = client.post(LOGIN + "?next=/admin/today/", RIGHT | {"next": "/admin/today/"})
    assert page.status_code == 302
    assert page["Location"] == "/admin/today/"
    assert client.get("/admin/today/").status_code == 200


def test_nobody_is_led_to_another_host(client, cast):
    page = client.post(LOGIN, RIGHT | {"next": "https://evil.example/"})
    assert page["Location"] == reverse("admin:index")


def test_five_wrong_passwords_close_the_door_for_a_while(client, cast):
    pages = [client.post(LOGIN, WRONG) for _attempt in range(5)]
    assert [page.status_code for page in pages[:4]] == [200] * 4
    assert pages[4].status_code == 429
    assert "15 minutes" in pages[4].content.decode()
    assert client.post(LOGIN, RIGHT).status_code == 429


def test_nobody_locks_a_colleague_out_from_another_address(client, cast):
    for _attempt in range(6):
        client.post(LOGIN, WRONG, REMOTE_ADDR="203.0.113.9")
    assert client.post(LOGIN, RIGHT, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_behind_our_proxies_the_address_is_the_one_they_saw(client, cast, settings):
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    for _attempt in range(6):
        client.post(
            LOGIN, WRONG, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.9"
        )
    seen = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "1.2.3.4, 198.51.100.7"}
    assert client.post(LOGIN, RIGHT, **seen).status_code == 302
    forged = {"REMOTE_ADDR": "203.0.113.9", "HTTP_X_FORWARDED_FOR": "198.51.100.7"}
    assert client.post(LOGIN, RIGHT, **forged).status_code == 429


def test_a_second_factor_is_asked_for_before_the_desk_opens(client, cast, secret):
    page = client.post(LOGIN, RIGHT | {"next": "/admin/today/"})
    assert page["Location"] == reverse("mfa_authenticate")
    assert client.get("/admin/today/").status_code == 302
    assert client.post(page["Location"], {"code": "000000"}).status_code == 200
    assert client.get("/admin/today/").status_code == 302
    done = client.post(page["Location"], {"code": code_of(secret)})
    assert done["Location"] == "/admin/today/"
    assert client.get("/admin/today/").status_code == 200


def test_second_factors_are_not_guessed_without_end(client, cast, secret):
    client.post(LOGIN, RIGHT)
    for _attempt in range(8):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 302


def test_a_stolen_database_holds_no_second_factor(cast, secret):
    row = Authenticator.objects.get(user=cast.reporter, type="totp")
    assert secret not in str(row.data)


def test_a_role_that_must_have_one_sees_only_the_own_account(client, cast, settings):
    settings.MFA_ROLES = frozenset({"reporter"})
    client.force_login(cast.reporter)
    for path in ("/admin/", "/admin/articles/story/", "/admin/articles/story/add/"):
        page = client.get(path)
        assert (page.status_code, page["Location"]) == (302, reverse("account")), path
    assert "wants a second factor" in client.get(reverse("account")).content.decode()
    assert client.get(reverse("mfa_activate_totp")).status_code == 302  # the password, once more
    client.force_login(cast.desk_editor)
    assert client.get("/admin/").status_code == 200


def test_an_app_is_added_once_the_password_was_given_again(client, cast):
    client.post(LOGIN, RIGHT)
    again = client.get(reverse("mfa_activate_totp"))
    assert again.status_code == 302
    page = client.post(again["Location"], {"password": "secret"}, follow=True)
    found = re.search(r'value="([A-Z2-7]{32})"', page.content.decode())
    assert found
    client.post(reverse("mfa_activate_totp"), {"code": code_of(found[1])})
    assert Authenticator.objects.filter(user=cast.reporter, type="totp").exists()


@pytest.mark.parametrize(("age", "opens"), [(0, True), (30, True), (90, False)])
def test_a_code_that_just_ended_is_taken_and_an_old_one_is_not(client, cast, age, opens):
    client.post(LOGIN, RIGHT)
    again = client.get(reverse("mfa_activate_totp"))
    page = client.post(again["Location"], {"password": "secret"}, follow=True)
    secret = re.search(r'value="([A-Z2-7]{32})"', page.content.decode())[1]
    with time_machine.travel(timezone.now() - timedelta(seconds=age), tick=False):
        code = code_of(secret)
    client.post(reverse("mfa_activate_totp"), {"code": code})
    assert Authenticator.objects.filter(user=cast.reporter, type="totp").exists() == opens


def test_sessions_are_as_long_as_the_shortest_of_a_users_roles(client, cast, settings):
    settings.SESSION_HOURS = {"reporter": 2.0}
    client.post(LOGIN, RIGHT)
    left = client.session.get_expiry_date() - timezone.now()
    assert timedelta(minutes=119) < left <= timedelta(hours=2)


def test_nobody_signs_up(client, db):
    for path in ("/admin/account/signup/", "/accounts/signup/", "/admin/account/email/"):
        assert client.get(path).status_code in (302, 404), path


def test_second_factors_are_changed_only_after_the_password_was_given_again(client, cast, secret):
    client.force_login(cast.reporter)
    page = client.get(reverse("mfa_deactivate_totp"))
    assert page.status_code == 302
    assert reverse("account_reauthenticate") in page["Location"] or "second" in page["Location"]
    assert Authenticator.objects.filter(user=cast.reporter).exists()
