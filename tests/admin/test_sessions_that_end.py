"""A session that ends while somebody writes costs no word, and gives none to anybody else."""

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from articles.models import StoryDraft
from tests.admin.sent import sent_by

SESSION = "admin:session"


@pytest.fixture(autouse=True)
def _nobody_has_guessed() -> None:
    cache.clear()


@pytest.fixture
def typed(url, cast):
    """A browser that checks tokens, its form as it was opened, and the end of its session."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.reporter)
    sent = sent_by(client.get(url).content.decode(), "story_form") | {"headline": "Typed"}
    client.session.flush()
    return client, sent


def token(client):
    return client.get(reverse(SESSION)).json()["token"]


# -- With a script: a dialog -----------------------------------------------------------------------


def test_the_session_says_who_is_logged_in_and_gives_the_key(cast, log_in, url):
    said = log_in(cast.reporter).get(reverse(SESSION)).json()
    assert said["user"] == "reporter"
    assert said["token"]
    assert Client().get(reverse(SESSION)).json()["user"] == ""


def test_the_password_opens_it_again_and_the_form_goes_on(typed, url, story):
    client, sent = typed
    password = {"username": "reporter", "password": "secret"}
    said = client.post(reverse(SESSION), password, headers={"X-CSRFToken": token(client)}).json()
    assert said["user"] == "reporter"
    renewed = sent | {"csrfmiddlewaretoken": said["token"], "_continue": "Save"}
    assert client.post(url, renewed).status_code == 302
    story.refresh_from_db()
    assert story.headline == "Typed"


def test_a_wrong_password_and_a_missing_key_are_refused(typed):
    client, _sent = typed
    wrong = {"username": "reporter", "password": "guess"}
    answer = client.post(reverse(SESSION), wrong, headers={"X-CSRFToken": token(client)})
    assert (answer.status_code, answer.json()["sentence"]) == (403, "This password is not right.")
    assert client.post(reverse(SESSION), wrong | {"password": "secret"}).status_code == 403


def test_guessing_is_throttled_as_on_the_log_in_page(typed):
    client, _sent = typed
    wrong = {"username": "reporter", "password": "guess"}
    key = token(client)
    seen = [client.post(reverse(SESSION), wrong, headers={"X-CSRFToken": key}).status_code
            for _guess in range(5)]  # fmt: skip
    assert seen[-1] == 429


def test_who_is_not_staff_does_not_come_in(typed, db):
    client, _sent = typed
    User.objects.create_user("reader", password="secret")
    sent = {"username": "reader", "password": "secret"}
    answer = client.post(reverse(SESSION), sent, headers={"X-CSRFToken": token(client)})
    assert answer.status_code == 403


# -- Without a script: the words go along ----------------------------------------------------------


def test_the_log_in_page_carries_the_words_on_and_offers_them(typed, url, story):
    client, sent = typed
    page = client.post(url, sent)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Your session had ended." in text
    login = sent_by(text)
    wrong = client.post(reverse("admin:login"), login | {"username": "reporter", "password": "x"})
    login = sent_by(wrong.content.decode())
    assert login["carried:headline"] == "Typed"
    answer = client.post(
        reverse("admin:login"), login | {"username": "reporter", "password": "secret"}
    )
    assert answer["Location"] == url
    assert StoryDraft.objects.get().headline == "Typed"
    offered = client.get(url).content.decode()
    assert "Your text is here again" in offered
    assert "<ins>Typed</ins>" in offered


def test_a_password_alone_keeps_nothing_where_a_second_factor_is_asked_for(typed, url, cast):
    """Whoever has learnt a password must not plant words among somebody's own."""
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(cast.reporter, secret)
    client, sent = typed
    login = sent_by(client.post(url, sent).content.decode())
    asked = client.post(
        reverse("admin:login"), login | {"username": "reporter", "password": "secret"}
    )
    assert asked["Location"] == reverse("mfa_authenticate")
    assert not StoryDraft.objects.exists()
    code = format_hotp_value(hotp_value(secret, [*yield_hotp_counters_from_time()][1]))
    proof = {"X-CSRFToken": token(client)}
    assert client.post(asked["Location"], {"code": code}, headers=proof)["Location"] == url
    assert StoryDraft.objects.get().headline == "Typed"


def test_another_person_s_log_in_does_not_get_the_words(typed, url, cast):
    client, sent = typed
    login = sent_by(client.post(url, sent).content.decode())
    client.post(reverse("admin:login"), login | {"username": "desk_editor", "password": "secret"})
    assert not StoryDraft.objects.exists()
    assert "Typed" not in client.get(url).content.decode()


@pytest.mark.parametrize(
    "place", ["/", "/admin/", "https://evil.example/", "/admin/articles/story/9999/change/"]
)
def test_words_for_no_story_of_the_writer_are_kept_nowhere(typed, url, place):
    client, sent = typed
    login = sent_by(client.post(url, sent).content.decode()) | {"next": place}
    client.post(reverse("admin:login"), login | {"username": "reporter", "password": "secret"})
    assert not StoryDraft.objects.exists()


# -- An old key ------------------------------------------------------------------------------------


def refused(url, cast, user="reporter", **headers):
    client = Client(enforce_csrf_checks=True)
    client.force_login(getattr(cast, user))
    sent = {"_page": "a-page-of-mine", "_writer": "reporter", "headline": "Typed",
            "csrfmiddlewaretoken": "x" * 64}  # fmt: skip
    return client.post(url, sent, headers=headers)


def test_a_form_with_an_old_key_is_not_saved_and_kept_as_a_draft(url, cast, story):
    answer = refused(url, cast, Origin="http://testserver")
    assert answer.status_code == 403
    assert "Nothing you typed is lost" in answer.content.decode()
    assert StoryDraft.objects.get().headline == "Typed"


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://evil.example"}, {"Origin": "null"},
                                     {"Sec-Fetch-Site": "cross-site"}])  # fmt: skip
def test_a_forged_form_leaves_nothing(url, cast, headers):
    answer = refused(url, cast, **headers)
    assert answer.status_code == 403
    assert not StoryDraft.objects.exists()


def test_the_form_of_another_writer_leaves_nothing(url, cast):
    refused(url, cast, user="desk_editor", Origin="http://testserver")
    assert not StoryDraft.objects.exists()


def test_readers_addresses_know_nothing_of_the_desk(english):
    answer = Client(enforce_csrf_checks=True).post(
        f"/{english.slug}/", {"_page": "x", "_writer": "y"}
    )
    assert "desk" not in answer.content.decode().lower()
