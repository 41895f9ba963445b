"""What was sent when the session had ended waits through the log-in, and goes with one click."""

import re
import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from articles.admin.sent_again import WRITER
from articles.models import PublishedStory
from tests.admin.sent import sent_by

BREAKING, AGAIN, LOGIN = "/admin/breaking/", "/admin/sent-again/", "/admin/login/"
PAGE = {"Accept": "text/html,application/xhtml+xml"}
OURS = PAGE | {"Origin": "http://testserver"}


@pytest.fixture(autouse=True)
def _nobody_has_guessed() -> None:
    cache.clear()


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


def log_in(browser, name, page=None, password="secret"):
    """With what stands on the log-in page ``page``."""
    page = page or browser.get(LOGIN).content.decode()
    words = sent_by(page) | {"username": name, "password": password}
    return browser.post(LOGIN, words, headers=OURS)


@pytest.fixture
def typed(browser, cast, english):
    """Breaking news as typed by the desk editor, whose session ends before it is sent."""
    log_in(browser, "desk_editor")
    form = sent_by(browser.get(BREAKING).content.decode())
    browser.session.flush()
    return form | {
        "key": str(uuid.uuid4()), "service": english.pk, "headline": "Bridge closed",
        "lines": "Nobody was hurt.", "dateline": "Karasu", "hours": "3",
    }  # fmt: skip


def test_breaking_news_goes_on_air_after_the_log_in(browser, typed):
    page = browser.post(BREAKING, typed, headers=PAGE)
    assert page.status_code == 200
    assert "Your session had ended." in page.content.decode()
    assert log_in(browser, "desk_editor", page.content.decode())["Location"] == AGAIN

    waiting = browser.get(AGAIN).content.decode()
    assert "Bridge closed" in waiting
    assert not PublishedStory.objects.exists()  # nothing is done unasked
    sent = browser.post(AGAIN, sent_by(waiting), headers=PAGE)
    assert (sent.status_code, sent["Location"]) == (307, BREAKING)
    assert browser.post(BREAKING, sent_by(waiting), headers=PAGE).status_code == 302
    assert PublishedStory.objects.get().headline == "Bridge closed"
    assert browser.get(AGAIN)["Location"] == reverse("admin:index")  # it waits no more


def test_a_second_click_goes_where_the_first_one_went(browser, typed):
    log_in(browser, "desk_editor", browser.post(BREAKING, typed, headers=PAGE).content.decode())
    waiting = sent_by(browser.get(AGAIN).content.decode())
    for _click in range(2):
        assert browser.post(AGAIN, waiting, headers=PAGE)["Location"] == BREAKING


def test_the_session_may_end_once_more_before_it_is_sent(browser, typed):
    page = browser.post(BREAKING, typed, headers=PAGE).content.decode()
    for _end in range(2):
        log_in(browser, "desk_editor", page)
        waiting = sent_by(browser.get(AGAIN).content.decode())
        browser.session.flush()
        page = browser.post(AGAIN, waiting, headers=PAGE).content.decode()
    log_in(browser, "desk_editor", page)
    waiting = sent_by(browser.get(AGAIN).content.decode())
    assert browser.post(AGAIN, waiting, headers=PAGE)["Location"] == BREAKING
    assert waiting["headline"] == "Bridge closed"


def test_a_form_never_ends_at_the_address_of_another(browser, typed, story):
    kill = reverse("admin:articles_story_kill", args=[story.pk])
    log_in(browser, "desk_editor", browser.post(BREAKING, typed, headers=PAGE).content.decode())
    in_one_tab = sent_by(browser.get(AGAIN).content.decode())
    browser.session.flush()
    killing = {"reason": "Libel", "csrfmiddlewaretoken": typed["csrfmiddlewaretoken"]}
    page = browser.post(kill, killing, headers=OURS).content.decode()
    log_in(browser, "desk_editor", page)
    old_key = browser.post(AGAIN, in_one_tab, headers=OURS)
    assert old_key.status_code == 403
    assert f'action="{BREAKING}"' in old_key.content.decode()
    assert f'action="{kill}"' not in old_key.content.decode()


def test_it_says_what_it_will_do_and_every_word(browser, typed, story):
    kill = reverse("admin:articles_story_kill", args=[story.pk])
    headers = PAGE | {"Referer": f"http://testserver{BREAKING}"}
    page = browser.post(kill, typed | {"reason": "诽谤"}, headers=headers).content.decode()
    log_in(browser, "desk_editor", page)
    waiting = browser.get(AGAIN).content.decode()
    for said in (kill, "诽谤", "Karasu", f'href="{BREAKING}"'):
        assert said in waiting
    assert typed["key"] not in re.sub(r"<input[^>]*>", "", waiting)
    assert f'href="{AGAIN}"' in browser.get(reverse("admin:index")).content.decode()


def test_forms_of_two_tabs_both_wait(browser, typed):
    first, second = (
        browser.post(BREAKING, typed | {"headline": headline}, headers=PAGE).content.decode()
        for headline in ("From the first tab", "From the second tab")
    )
    log_in(browser, "desk_editor", first)
    answer = log_in(browser, "desk_editor", second)  # its key is an old one
    assert answer["Location"] == AGAIN
    waiting = browser.get(AGAIN).content.decode()
    assert "From the first tab" in waiting
    assert "From the second tab" in waiting


def test_too_many_wrong_passwords_keep_the_words(browser, typed):
    page = browser.post(BREAKING, typed, headers=PAGE).content.decode()
    for _guess in range(5):
        answer = log_in(browser, "desk_editor", page, "guess")
    assert answer.status_code == 429
    assert sent_by(answer.content.decode())["carried:headline"] == "Bridge closed"


def test_who_logged_in_before_there_was_a_mark_of_it_loses_nothing(browser, typed):
    del browser.cookies[WRITER]
    log_in(browser, "desk_editor", browser.post(BREAKING, typed, headers=PAGE).content.decode())
    assert "Bridge closed" in browser.get(AGAIN).content.decode()


def test_what_waits_can_be_thrown_away(browser, typed):
    log_in(browser, "desk_editor", browser.post(BREAKING, typed, headers=PAGE).content.decode())
    waiting = sent_by(browser.get(AGAIN).content.decode())
    answer = browser.post(AGAIN, waiting | {"_away": "1"}, headers=PAGE)
    assert (answer.status_code, answer["Location"]) == (302, reverse("admin:index"))
    assert browser.get(AGAIN).status_code == 302
    assert not PublishedStory.objects.exists()


def test_somebody_elses_log_in_gets_none_of_it(browser, typed):
    page = browser.post(BREAKING, typed, headers=PAGE).content.decode()
    log_in(browser, "service_chief", page)
    assert browser.get(AGAIN)["Location"] == reverse("admin:index")
    assert "not yours to write" in browser.get(reverse("admin:index")).content.decode()


def test_words_stay_with_their_writer_though_somebody_else_logged_in_here_first(browser, typed):
    page = browser.post(BREAKING, typed, headers=PAGE).content.decode()
    log_in(browser, "service_chief")  # in another tab
    log_in(browser, "desk_editor", page)  # its key is an old one: who is logged in stays
    assert browser.get(AGAIN)["Location"] == reverse("admin:index")


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/admin/", "/en/", ""])
def test_it_goes_to_the_desk_and_nowhere_else(browser, typed, to):
    page = browser.post(BREAKING, typed, headers=PAGE).content.decode()
    words = sent_by(page) | {"carried:_to": to, "username": "desk_editor", "password": "secret"}
    browser.post(LOGIN, words)
    assert browser.get(AGAIN)["Location"] == reverse("admin:index")


def test_a_password_is_carried_nowhere(browser, typed):
    answer = browser.post(BREAKING, typed | {"password1": "a new secret"}, headers=PAGE)
    assert answer.status_code == 302
    assert "a new secret" not in answer.content.decode()


def test_scripts_are_led_to_the_log_in_as_ever(browser, typed):
    assert browser.post(BREAKING, typed, headers={"Accept": "*/*"}).status_code == 302


def test_a_form_with_an_old_key_is_shown_and_sent_again(browser, typed):
    log_in(browser, "desk_editor")  # in another tab: the key is a new one
    answer = browser.post(BREAKING, typed, headers=OURS)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "logged in as desk_editor" in page
    assert not PublishedStory.objects.exists()
    assert browser.post(BREAKING, sent_by(page), headers=OURS).status_code == 302
    assert PublishedStory.objects.get().headline == "Bridge closed"


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_forged_form_is_shown_to_nobody(browser, typed, origin):
    forged = typed | {"csrfmiddlewaretoken": "x" * 64}
    for _logged_in in (False, True):
        answer = browser.post(BREAKING, forged, headers=PAGE | {"Origin": origin})
        assert answer.status_code == 403
        assert "Bridge closed" not in answer.content.decode()
        log_in(browser, "desk_editor")


def test_hostile_words_are_shown_and_do_nothing(browser, typed):
    hostile = typed | {"headline": "<script>alert(1)</script> now"}
    page = browser.post(BREAKING, hostile, headers=PAGE).content.decode()
    log_in(browser, "desk_editor", page)
    waiting = browser.get(AGAIN).content.decode()
    assert "<script>alert(1)" not in page + waiting
    assert sent_by(waiting)["headline"] == hostile["headline"]
