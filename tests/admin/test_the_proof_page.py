"""The page “Proof” answers, checks and tells the state of the record, to those whom it concerns."""

from datetime import timedelta

import pytest
from django.urls import reverse

from articles.models import LegalNotice, NoticeManifest, NoticeTarget, NoticeText, StaffRole
from articles.pages import standing
from articles.pages import story as story_page
from articles.publishing.notices import approve, propose
from articles.vocabularies import Role


@pytest.fixture
def url():
    return reverse("admin:proof")


@pytest.fixture
def enforce(cast, now, english):
    def make(slug, *, targets=(), **fields):
        notice = LegalNotice.objects.create(
            slug=slug,
            starts_at=now - timedelta(days=1),
            **{"kind": "reader_warning", "placements": ["article_foot"], "reach": "everyone"}
            | fields,
        )
        NoticeText.objects.create(
            notice=notice, language="en", title=f"Notice {slug}", body="<p>Words</p>",
            is_default=True,
        )  # fmt: skip
        for dimension, value in targets:
            NoticeTarget.objects.create(notice=notice, dimension=dimension, value=value)
        version = propose(notice, actor=cast.legal_officer, now=now)
        approve(version, actor=cast.second_legal_officer, now=now)
        standing.forget()
        return notice

    return make


def question(now, **changes):
    at = now.strftime("%Y-%m-%dT%H:%M")
    return {"region": "RU", "service": "en", "story": "", "at": at} | changes


@pytest.mark.parametrize(
    "who", ["reporter", "desk_editor", "service_chief", "photo_editor", "outsider"]
)
def test_journalists_have_no_such_page(who, cast, log_in, url):
    client = log_in(getattr(cast, who))
    assert client.get(url).status_code == 404
    assert client.post(url).status_code == 404
    assert "proof" not in client.get(reverse("admin:index")).content.decode()


@pytest.mark.parametrize("who", ["legal_officer", "administrator"])
def test_those_whom_it_concerns_find_it_on_the_start_page(who, cast, log_in, url):
    client = log_in(getattr(cast, who))
    assert url in client.get(reverse("admin:index")).content.decode()
    assert client.get(url).status_code == 200


def test_it_answers_in_utc(cast, log_in, url, enforce, on_air, now):
    enforce("warning", effects=["hide_share"])
    page = log_in(cast.legal_officer).get(url, question(now, story=str(on_air.pk)))
    text = page.content.decode()
    entry = NoticeManifest.objects.first()
    for words in ("Notice warning", "No sharing", "approved by two people", entry.entry_hash):
        assert words in text
    assert "2026-02-01 12:00:00 UTC" in text
    assert "style=" not in text.split("<main")[-1]


def test_a_bad_question_is_answered_with_a_sentence(cast, log_in, url, english, now):
    page = log_in(cast.legal_officer).get(url, question(now, region="XX"))
    assert page.status_code == 422
    assert "no region “XX”" in page.content.decode()


@pytest.mark.parametrize(
    "changes", [{"at": "x"}, {"story": "x"}, {"story": "9" * 40}, {"service": ""}]
)
def test_no_question_breaks_it(changes, cast, log_in, url, english, now):
    assert log_in(cast.legal_officer).get(url, question(now, **changes)).status_code == 422


def test_it_tells_the_state_of_the_record(cast, log_in, url, enforce):
    enforce("warning")
    text = log_in(cast.legal_officer).get(url).content.decode()
    assert "Verified: 2 entries" in text
    assert NoticeManifest.objects.first().entry_hash in text
    assert "approve warning v1" in text


def test_it_tells_that_the_record_is_broken(cast, log_in, url, enforce):
    notice = enforce("warning")
    notice.versions.update(number=7)
    text = log_in(cast.legal_officer).get(url).content.decode()
    assert "The manifest is broken. Entry 1: version 1 of “warning” has another number" in text


def test_the_newest_stories_are_checked(cast, log_in, url, enforce, on_air, monkeypatch):
    enforce("warning")
    client = log_in(cast.legal_officer)
    assert "nothing missing" in client.post(url).content.decode()
    monkeypatch.setattr(story_page, "notices_at", lambda *_arguments: ())
    text = client.post(url).content.decode()
    assert ": 2 findings" in text  # the edition without pictures is a page, too
    assert "the notice “warning” is missing at article_foot" in text


@pytest.fixture
def their_administrator(django_user_model, persian_newsroom):
    user = django_user_model.objects.create_user("theirs", password="x", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=persian_newsroom, role=Role.ADMINISTRATOR)
    return user


def test_another_newsrooms_law_is_not_told(
    their_administrator, log_in, url, enforce, on_air, persian, now
):
    secret = enforce("english-secret", targets=[("service", "en")])
    enforce("for-all")
    client = log_in(their_administrator)
    text = client.get(url).content.decode()
    assert "english-secret" not in text
    assert "for-all" in text
    assert client.get(url, question(now)).status_code == 404
    assert client.get(url, question(now, service="fa")).status_code == 200
    asked = client.get(url, question(now, service="fa", story=str(on_air.pk)))
    assert f"There is no story {on_air.pk}." in asked.content.decode()
    assert "english-secret" not in client.post(url).content.decode()
    secret.versions.update(number=7)
    text = client.get(url).content.decode()
    assert "The manifest is broken. It concerns a notice of another newsroom." in text
    assert "english-secret" not in text


def test_an_empty_time_means_now(url, english, cast, log_in):
    response = log_in(cast.legal_officer).get(url, {"region": "RU", "service": "en", "at": ""})
    assert response.status_code == 200
    assert response.context["answer"] is not None
