"""The desk speaks, and is mirrored for, the language that its user chose."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import DeskLanguage
from articles.text.sanitise import clean_line


def choose(client, language, **extra):
    return client.post(reverse("admin:desk_language"), {"language": language}, **extra)


@pytest.mark.parametrize(("language", "direction"), [("fa", "rtl"), ("ps", "rtl"), ("ru", "ltr")])
def test_the_desk_is_in_the_chosen_language(language, direction, story, cast, log_in):
    client = log_in(cast.desk_editor)
    assert choose(client, language).status_code == 302
    for path in (
        reverse("admin:index"), reverse("admin:today"), reverse("admin:articles_story_changelist"),
        reverse("admin:articles_story_change", args=[story.pk]),
    ):  # fmt: skip
        html = client.get(path).content.decode()
        assert f'<html lang="{language}" dir="{direction}">' in html, path


def test_others_and_readers_keep_theirs(story, cast, log_in, client):
    choose(log_in(cast.desk_editor), "fa")
    assert '<html lang="en" dir="ltr">' in log_in(cast.reporter).get("/admin/").content.decode()
    assert 'lang="en"' in client.get("/en/").content.decode()


def log_in_by_password(user):
    client = Client()
    client.post("/admin/login/", {"username": user.username, "password": "secret"})
    return client


def test_it_is_there_after_the_next_log_in_and_on_another_machine(cast, log_in):
    choose(log_in(cast.desk_editor), "fa")
    choose(log_in(cast.desk_editor), "ru")
    elsewhere = log_in_by_password(cast.desk_editor)
    assert '<html lang="ru" dir="ltr">' in elsewhere.get("/admin/").content.decode()
    colleague = log_in_by_password(cast.reporter)
    assert '<html lang="en" dir="ltr">' in colleague.get("/admin/").content.decode()


def test_a_language_that_the_desk_no_longer_speaks_is_forgotten(cast):
    DeskLanguage.objects.create(user=cast.reporter, language="tlh")
    html = log_in_by_password(cast.reporter).get("/admin/").content.decode()
    assert '<html lang="en" dir="ltr">' in html


def test_no_page_asks_the_database_for_it(cast, log_in):
    client = log_in(cast.reporter)
    choose(client, "fa")
    with CaptureQueriesContext(connection) as asked:
        client.get("/admin/")
    assert not [one for one in asked if "desklanguage" in one["sql"]]


@pytest.mark.parametrize("language", ["", "xx", "../fa", "en" * 500])
def test_a_language_that_is_not_offered_is_not_there(language, cast, log_in):
    assert choose(log_in(cast.reporter), clean_line(language)).status_code == 404


def test_it_leads_back_to_our_own_pages_alone(cast, log_in):
    client = log_in(cast.reporter)
    today = "http://testserver/admin/today/"
    assert choose(client, "fa", HTTP_REFERER=today).url == today
    assert choose(client, "en", HTTP_REFERER="https://evil.example/").url == "/admin/"


def test_it_is_asked_by_post_and_of_those_inside(cast, log_in, client):
    assert log_in(cast.reporter).get(reverse("admin:desk_language")).status_code == 404
    assert "/login/" in choose(client, "fa").url


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fa", "rtl"), ("ru", "ltr")])
def test_the_ribbon_above_a_preview_says_what_language_it_is_in(
    language, direction, make_story, persian, story, cast, log_in
):
    client = log_in(cast.administrator)
    choose(client, language)
    for one in (story, make_story(service=persian, section=None)):
        address = reverse("admin:articles_story_frame", args=[one.pk])
        html = client.get(address).content.decode()
        assert f'role="note" lang="{language}" dir="{direction}">' in html
