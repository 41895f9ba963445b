"""A notice's history: who stood for which version, when it was in force, what changed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from articles.publishing.notices import approve, approve_alone, propose, retire, review
from tests.html import errors_in
from tests.notices import page, write_notice


@pytest.fixture
def notice(cast, english, now):
    """Approved, replaced in an emergency, reviewed, retired; then proposed again."""
    made = write_notice(now, legal_timezone="Europe/Moscow")
    first, second = cast.legal_officer, cast.second_legal_officer
    approve(propose(made, actor=first, now=now), actor=second, now=now)
    made.texts.update(body="<p>Other text.</p>")
    later = now + timedelta(hours=1)
    version = propose(made, actor=first, now=later)
    approve_alone(version, actor=first, now=later, reason="Raids")
    review(version, actor=second, now=later + timedelta(hours=1))
    retire(made, actor=second, now=later + timedelta(hours=2), reason="Lifted")
    made.texts.update(body="<p>Third text.</p>")
    propose(made, actor=first, now=later + timedelta(hours=3))
    return made


def test_every_version_says_who_stood_for_it_and_when_it_was_in_force(notice, cast, log_in):
    response = log_in(cast.administrator).get(page(notice, "history"))
    text = response.content.decode()
    told = {one.version.number: one for one in response.context["versions"]}

    assert [event.what for event in told[1].events] == [
        "proposed by legal_officer", "approved by second_legal_officer", "replaced by version 2",
    ]  # fmt: skip
    assert [event.what for event in told[2].events] == [
        "proposed by legal_officer", "approved by legal_officer alone, in an emergency",
        "reviewed by second_legal_officer", "retired by second_legal_officer",
    ]  # fmt: skip
    assert told[2].in_force == (
        "from 2026-02-01 16:00 Europe/Moscow, that is 2026-02-01 13:00 UTC "
        "until 2026-02-01 18:00 Europe/Moscow, that is 2026-02-01 15:00 UTC"
    )
    assert told[3].in_force == "never in force so far"
    assert "Raids" in text
    assert "Lifted" in text
    assert errors_in(text) == []


def test_each_version_is_compared_with_the_one_before_and_any_two_can_be(notice, cast, log_in):
    client = log_in(cast.legal_officer)
    assert (
        "<del>Other</del><ins>Third</ins> text."
        in client.get(page(notice, "history")).content.decode()
    )
    text = client.get(page(notice, "history", new=3, old=1)).content.decode()
    assert "<del>Text.</del><ins>Third text.</ins>" in text


@pytest.mark.parametrize(
    "query", [{"new": "9"}, {"old": "9"}, {"new": "x"}, {"old": "-1"}, {"new": "9" * 30}]
)
def test_versions_that_do_not_exist_are_not_found(query, notice, cast, log_in):
    assert log_in(cast.legal_officer).get(page(notice, "history", **query)).status_code == 404


def test_journalists_have_no_history_of_notices(notice, cast, log_in):
    url = reverse("admin:articles_legalnotice_history", args=[notice.pk])
    assert log_in(cast.service_chief).get(url).status_code == 404
