"""Who was overtaken is told so: in the own language, and to scripts in one sentence."""

import sqlite3

import pytest
from django.contrib import messages
from django.contrib.messages.storage import default_storage
from django.db import OperationalError
from django.urls import reverse

from articles.admin import busy, verbs
from articles.admin.site import desk
from articles.models import PublishedStory
from articles.publishing import publish as publishing
from articles.publishing.once_more import DEADLOCK, LOCK_TIMEOUT, STATEMENT_TIMEOUT
from tests.admin.others_were_quicker.giving_way import PAGE, QUICKER, Refusal, url


def test_the_page_of_the_form_is_offered_and_never_the_address_it_goes_to(
    story, cast, log_in, give_way
):
    give_way(verbs, "new_key", times=2)
    client, address = log_in(cast.desk_editor), url("unpublish", story)
    form = url("change", story)
    for page, is_offered in ((form, True), (address, False)):
        headers = PAGE | {"Referer": f"http://testserver{page}"}
        said = client.post(address, {"reason": "x"}, headers=headers).content.decode()
        assert ("Open that page anew" in said) is is_offered


def test_nothing_is_told_of_what_was_undone(cast, client, rf):
    asked = rf.post("/admin/", headers=PAGE)
    asked.user, asked.session = cast.reporter, client.session
    vars(asked)["_messages"] = default_storage(asked)

    def answer():
        messages.success(asked, "The story was saved.")
        raise OperationalError from Refusal(LOCK_TIMEOUT)

    page = busy.unless_busy(asked, answer, lambda: desk.each_context(asked))
    assert QUICKER in page.content.decode()
    assert "The story was saved." not in page.content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [("fa", "درست در همین لحظه"), ("ru", "Именно в этот момент")],
)
def test_it_is_said_in_the_language_of_the_desk(language, said, story, cast, log_in, give_way):
    client = log_in(cast.desk_editor)
    client.post(reverse("admin:desk_language"), {"language": language})
    give_way(verbs, "new_key")
    page = client.post(url("unpublish", story), headers=PAGE).content.decode()
    assert said in page
    assert f'lang="{language}"' in page
    assert "once more" not in page


def test_a_page_that_took_too_long_can_be_asked_for_again(story, cast, log_in, give_way):
    give_way(verbs, "new_key", STATEMENT_TIMEOUT)
    client, address = log_in(cast.desk_editor), url("publish", story)
    page = client.get(address, headers=PAGE)
    assert page.status_code == 503
    assert f'href="{address}"' in page.content.decode()
    assert client.get(address, headers=PAGE).status_code == 200


def test_scripts_are_told_in_one_sentence(story, cast, log_in, give_way):
    give_way(verbs, "new_key")
    answer = log_in(cast.desk_editor).get(url("publish", story), headers={"Accept": "*/*"})
    assert answer.status_code == 503
    assert QUICKER in answer.json()["sentence"]


def test_a_locked_file_is_the_same_to_whoever_waits(story, cast, log_in, monkeypatch):
    def locked():
        cause = sqlite3.OperationalError("database is locked")
        cause.sqlite_errorname = "SQLITE_BUSY"
        raise OperationalError from cause

    monkeypatch.setattr(verbs, "new_key", locked)
    assert log_in(cast.desk_editor).get(url("publish", story), headers=PAGE).status_code == 503


def test_a_database_that_is_away_is_another_matter(story, cast, log_in, give_way):
    give_way(verbs, "new_key", "57P01")
    client = log_in(cast.desk_editor)
    client.raise_request_exception = False
    assert client.get(url("publish", story), headers=PAGE).status_code == 500


@pytest.mark.django_db(transaction=True)
def test_the_victim_of_a_deadlock_is_published_all_the_same(story, cast, log_in, give_way):
    give_way(publishing, "lock_photos", DEADLOCK)
    assert log_in(cast.desk_editor).post(url("publish", story), headers=PAGE).status_code == 302
    assert PublishedStory.objects.get().headline == story.headline


@pytest.mark.django_db(transaction=True)
def test_whoever_waited_for_a_lock_is_not_made_to_wait_twice(story, cast, log_in, give_way):
    give_way(publishing, "lock_photos", LOCK_TIMEOUT)
    assert log_in(cast.desk_editor).post(url("publish", story), headers=PAGE).status_code == 503
    assert not PublishedStory.objects.exists()
