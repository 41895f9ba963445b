"""Before anybody is known the log-in page speaks what the browser asks for, or what is chosen."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from articles.admin.carried import CARRIED
from articles.models import DeskLanguage

LOGIN = "/admin/login/"
RIGHT = {"username": "reporter", "password": "secret"}


def language_of(page):
    return re.search(r'<html lang="([\w-]+)" dir="(\w+)"', page.content.decode()).groups()


def asked(client, header="", data=None):
    extra = {"HTTP_ACCEPT_LANGUAGE": header} if header else {}
    return client.get(LOGIN, **extra) if data is None else client.post(LOGIN, data, **extra)


@pytest.mark.parametrize(
    ("header", "language", "direction"),
    [
        ("", "en", "ltr"),
        ("fa", "fa", "rtl"),
        ("fa-IR,fa;q=0.9,en;q=0.8", "fa", "rtl"),
        ("de, ru-RU;q=0.7, en;q=0.3", "ru", "ltr"),
        ("de, en;q=0.9, fa;q=0.8", "en", "ltr"),
        ("fa;q=0, ru", "ru", "ltr"),
        ("ka, ps;q=0.5", "en", "ltr"),
        ("*", "en", "ltr"),
        ("fa" * 400, "en", "ltr"),
        ("../../fa;q=x", "en", "ltr"),
    ],
)
def test_it_follows_the_browser_among_what_the_desk_speaks(header, language, direction, client, db):
    assert language_of(asked(client, header)) == (language, direction)


def test_a_wrong_password_is_told_in_it_too(client, cast):
    page = asked(client, "ru", RIGHT | {"password": "guess"})
    assert language_of(page)[0] == "ru"
    assert "errornote" in page.content.decode()


def test_a_button_changes_it_and_loses_nothing_but_the_password(client, cast):
    typed = RIGHT | {"next": "/admin/today/", f"{CARRIED}headline": "Typed", "speak": "fa"}
    page = asked(client, "ru", typed)
    html = page.content.decode()
    assert language_of(page) == ("fa", "rtl")
    assert 'value="reporter"' in html
    assert 'value="/admin/today/"' in html
    assert f'name="{CARRIED}headline" value="Typed"' in html
    assert "secret" not in html
    assert "errornote" not in html
    assert "_auth_user_id" not in client.session
    assert language_of(asked(client, "ru"))[0] == "fa"


@pytest.mark.parametrize("language", ["tlh", "ka", "", "../fa"])
def test_a_language_that_is_not_spoken_is_no_button(language, client, cast):
    page = asked(client, "", {"username": "", "password": "", "speak": language})
    assert language_of(page)[0] == "en"
    assert "desk_language" not in page.cookies


def test_who_never_chose_works_in_what_was_chosen_here(client, cast):
    asked(client, "", RIGHT | {"spoken": "fa"})
    assert language_of(client.get("/admin/"))[0] == "fa"
    assert not DeskLanguage.objects.exists()


def test_an_own_language_comes_before_the_button_and_the_browser(client, cast):
    DeskLanguage.objects.create(user=cast.reporter, language="ru")
    asked(client, "fa", RIGHT | {"spoken": "fa"})
    assert language_of(client.get("/admin/", HTTP_ACCEPT_LANGUAGE="fa"))[0] == "ru"


def test_inside_the_browser_is_not_asked_any_more(client, cast):
    asked(client, "fa", RIGHT)
    assert language_of(client.get("/admin/", HTTP_ACCEPT_LANGUAGE="fa"))[0] == "en"


def test_the_next_log_in_page_speaks_as_the_desk_did(client, cast):
    DeskLanguage.objects.create(user=cast.reporter, language="ru")
    asked(client, "", RIGHT)
    client.post(reverse("admin:logout"))
    assert language_of(asked(client, "fa"))[0] == "ru"
    assert language_of(asked(Client(), "fa"))[0] == "fa"


def test_the_cookie_says_nothing_of_anybody_and_stays_at_the_desk(client, cast):
    cookie = asked(client, "", RIGHT | {"speak": "fa"}).cookies["desk_language"]
    assert (cookie.value, cookie["path"], cookie["samesite"]) == ("fa", "/admin/", "Lax")
    assert cookie["httponly"]


def test_a_forged_cookie_is_no_language(client, db):
    client.cookies["desk_language"] = '"><script>'
    page = asked(client, "ru")
    assert language_of(page)[0] == "ru"
    assert "<script>" not in page.content.decode().partition("<body")[2]


def test_who_is_turned_away_reads_why_in_it(client, cast):
    for _attempt in range(6):
        page = asked(client, "fa", RIGHT | {"password": "guess"})
    assert page.status_code == 429
    assert language_of(page) == ("fa", "rtl")
