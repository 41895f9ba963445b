""" "Withhold in …" on a story: from the order to the approval by somebody else."""

import re

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import LegalNotice, NoticeVersion, StaffRole
from tests.hostile import hostile_texts
from tests.html import errors_in
from tests.notices import page


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def officer(cast, log_in):
    return log_in(cast.legal_officer)


def url(story):
    return reverse("admin:articles_story_withhold", args=[story.pk])


def form(story):
    return reverse("admin:articles_story_change", args=[story.pk])


def data(**changes):
    return {
        "regions": ["GB"], "demanding_party": "A court", "legal_basis": "A law",
        "citation_url": "", "blocked_by_url": "", "legal_timezone": "Europe/London",
        "starts_at": "", "ends_at": "2026-07-01T00:00", "title": "", "body": "",
        "reaches_translations": "on", "when_pushed": "drop", "key": "abcd2345",
    } | changes  # fmt: skip


def test_the_order_is_proposed_and_leads_to_its_approval(story, officer, cast, log_in):
    assert url(story) in officer.get(form(story)).content.decode()
    shown = officer.get(url(story))
    assert "This page cannot be shown where you are." in shown.content.decode()
    assert errors_in(shown.content.decode()) == []

    done = officer.post(url(story), data())
    notice = LegalNotice.objects.get()
    assert done["Location"] == page(notice, "approve")
    assert notice.ends_at.isoformat() == "2026-06-30T23:00:00+00:00"  # British summer time
    own = officer.get(done["Location"]).content.decode()
    assert "somebody else has to approve it" in own

    second = log_in(cast.second_legal_officer)
    text = second.get(page(notice, "approve")).content.decode()
    seen = re.search(r'name="seen_hash" value="(\w+)"', text)[1]
    second.post(page(notice, "approve"), {"seen_hash": seen})
    assert NoticeVersion.objects.in_force().get().notice == notice


def test_a_double_click_is_one_order(story, officer):
    for _click in "12":
        assert officer.post(url(story), data()).status_code == 302
    assert LegalNotice.objects.count() == 1


def test_the_story_form_shows_the_orders_to_those_who_may_see_them(story, officer, cast, log_in):
    officer.post(url(story), data())
    slug = LegalNotice.objects.get().slug
    text = officer.get(form(story)).content.decode()
    assert "waiting for approval" in text
    assert slug in text
    for journalist in (cast.reporter, cast.desk_editor, cast.service_chief):
        theirs = log_in(journalist).get(form(story)).content.decode()
        assert slug not in theirs
        assert "Orders against" not in theirs
        assert url(story) not in theirs
        history = log_in(journalist).get(reverse("admin:articles_story_history", args=[story.pk]))
        assert "asked to withhold" not in history.content.decode()


def test_an_order_against_another_version_is_shown_too(story, officer, persian, make_story):
    other = make_story(service=persian, headline="رود", translation_key=story.translation_key)
    officer.post(url(story), data())
    slug = LegalNotice.objects.get().slug
    assert slug in officer.get(form(other)).content.decode()
    LegalNotice.objects.update(reaches_translations=False)
    assert slug not in officer.get(form(other)).content.decode()


@pytest.mark.parametrize(
    "who", ["reporter", "desk_editor", "service_chief", "photo_editor", "outsider"]
)
def test_journalists_find_no_such_page(who, story, cast, log_in):
    client = log_in(getattr(cast, who))
    assert client.get(url(story)).status_code == 404
    assert client.post(url(story), data()).status_code == 404
    assert not LegalNotice.objects.exists()


def test_an_officer_of_another_newsroom_finds_none_either(story, persian_newsroom, log_in):
    user = User.objects.create_user("fa_officer", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=persian_newsroom, role="legal_officer")
    assert log_in(user).get(url(story)).status_code == 404
    assert log_in(user).post(url(story), data()).status_code == 404


def test_an_administrator_asks_and_is_led_to_the_notice(story, cast, log_in):
    done = log_in(cast.administrator).post(url(story), data())
    notice = LegalNotice.objects.get()
    assert done["Location"] == reverse("admin:articles_legalnotice_change", args=[notice.pk])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"regions": []}, "choose at least one place"),
        ({"regions": ["XX"]}, "There is no place"),
        ({"legal_timezone": "Mars/Olympus"}, "is no time zone"),
        ({"starts_at": "tomorrow"}, "is no date with a time"),
        ({"ends_at": "2020-01-01T00:00"}, "ends before it begins"),
        ({"ends_at": "0001-01-01T00:00"}, "ends before it begins"),
        ({"starts_at": "2026-03-29T01:30"}, "clocks are turned forward"),
        ({"starts_at": "2026-10-25T01:30"}, "comes twice"),
        ({"citation_url": "javascript:alert(1)"}, "valid URL"),
        ({"when_pushed": "whisper"}, "valid choice"),
        ({"key": "../../x"}, "mend what is marked"),
        ({"title": "x" * 400}, "300"),
    ],
)
def test_a_bad_order_gets_a_sentence_and_nothing_typed_is_lost(changes, sentence, story, officer):
    response = officer.post(url(story), data(demanding_party="The High Court", **changes))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "The High Court" in response.content.decode()
    assert not LegalNotice.objects.exists()


def test_hostile_words_do_no_harm(shared, story, officer):
    for number, text in enumerate(hostile_texts(shared)[::40]):
        fields = dict.fromkeys(("title", "body", "demanding_party", "legal_basis"), text)
        response = officer.post(url(story), data(key=f"abcd{number:04}", **fields), follow=True)
        assert response.status_code in (200, 422), text
        content = response.content.decode()
        assert "<script>" not in content
        assert not re.search(r"<[a-z]+[^>\"']*\son\w+=", content), text


def test_the_form_costs_journalists_no_query_more(story, cast, log_in):
    client = log_in(cast.desk_editor)
    client.get(form(story))
    with CaptureQueriesContext(connection) as captured:
        client.get(form(story))
    assert not [one for one in captured if "legalnotice" in one["sql"]]


def test_a_story_number_beyond_all_numbers_is_not_found(officer, story):
    assert officer.get(f"/admin/articles/story/{10**30}/withhold/").status_code == 404
