"""Something broke, or too many ask at once: a plain page in the reader's language says so."""

import pytest
from django.db import OperationalError

from articles.admin.site import DeskLogin
from articles.caching.answering import Answer
from articles.front import plain, views
from articles.publishing.once_more import LOCK_TIMEOUT
from tests.admin.others_were_quicker.giving_way import Refusal
from tests.html import errors_in


def busy(path: str, method: str = "GET") -> Answer:
    return plain.answer_when_busy({"PATH_INFO": path, "REQUEST_METHOD": method})


@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("/fa/", '<html lang="fa" dir="rtl">'),
        ("/ps/z/x/", '<html lang="ps" dir="rtl">'),
        ("/ka/", '<html lang="ka" dir="ltr">'),
        ("/", '<html lang="en" dir="ltr">'),
        ("/nowhere/", '<html lang="en" dir="ltr">'),
        ("/%3Cscript%3E/", '<html lang="en" dir="ltr">'),
        ("/<script>/", '<html lang="en" dir="ltr">'),
        ("/\xd9\x81/", '<html lang="en" dir="ltr">'),
    ],
)
def test_it_speaks_the_language_of_the_address(path, start, rf):
    from articles.front.errors import server_error

    for html in (busy(path).body.decode(), server_error(rf.get(path)).content.decode()):
        assert start in html
        assert errors_in(html) == []


def test_who_is_one_too_many_learns_that_the_page_tries_again():
    answer = busy("/ru/a/x/1.html")
    headers = dict(answer.headers)
    assert (answer.status[:3], headers["Retry-After"], headers["Cache-Control"]) == (
        "503",
        "1",
        "no-store",
    )
    assert headers["Content-Length"] == str(len(answer.body))
    assert "очень много людей" in answer.body.decode()
    assert '<meta http-equiv="refresh" content="3">' in answer.body.decode()


def test_a_form_is_not_sent_a_second_time_by_itself():
    assert b"refresh" not in busy("/admin/articles/story/1/change/", "POST").body


def test_nothing_but_its_own_style_may_run():
    policy = dict(busy("/en/").headers)["Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src {plain.CSP_HASH}"


@pytest.fixture
def held(monkeypatch, client):
    """``make(view, name)``: the database is held by others whenever that view is asked."""

    def make(home, name, cause=None):
        def refuse(*_args, **_more):
            raise OperationalError("held by others") from (cause or Refusal(LOCK_TIMEOUT))

        monkeypatch.setattr(home, name, refuse)
        client.raise_request_exception = False
        return client

    return make


def test_what_others_hold_for_a_moment_is_asked_for_again(held, english):
    answer = held(views, "answer").get("/en/")
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (
        503,
        "3",
        "no-store",
    )
    assert b'http-equiv="refresh"' in answer.content


def test_a_log_in_that_met_others_is_sent_again_by_its_sender(held, english):
    answer = held(DeskLogin, "post").post("/admin/login/", {"login": "x", "password": "y"})
    assert answer.status_code == 503
    assert b"Please try again" in answer.content
    assert b"refresh" not in answer.content


def test_a_broken_database_is_no_matter_of_waiting(held, english):
    answer = held(views, "answer", Refusal("57P01")).get("/en/")
    assert answer.status_code == 500
