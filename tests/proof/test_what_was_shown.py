"""``notices_at`` answers from the manifest what somebody was shown, and who answers for it."""

from datetime import timedelta

import pytest

from articles.models import LanguageService, Topic
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.notices import approve, approve_alone, propose, retire
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish

DAY = timedelta(days=1)


def iso(moment):
    return moment.isoformat()


def slugs(answer):
    return [notice["slug"] for notice in answer["notices"]]


def test_the_answer_names_the_notice_its_words_and_who_answers_for_it(
    enforce, on_air, asked, now, newest_entry
):
    version = enforce(targets=[("region", "RU")], effects=["hide_share"]).versions.get()
    answer = asked(region="RU", service="en", story=str(on_air.pk), at=iso(now))
    [notice] = answer["notices"]
    assert notice["content_hash"] == version.content_hash
    assert (notice["slug"], notice["version"], notice["kind"]) == ("warning", 1, "reader_warning")
    assert (notice["language"], notice["title"]) == ("en", "Notice warning")
    assert notice["proposed_by"] == "legal_officer"
    assert notice["approved_by"] == "second_legal_officer"
    assert notice["since"] == iso(now)
    assert notice["emergency"] is False
    assert answer["effects"] == ["hide_share"]
    assert answer["manifest"]["hash"] == newest_entry().entry_hash
    assert answer["story"]["status"] == 200


def test_in_words_it_says_the_same(enforce, on_air, run, now, newest_entry):
    enforce(targets=[("region", "RU")])
    code, said = run("notices_at", region="RU", service="en", story=str(on_air.pk), at=iso(now))
    assert code == 0
    for words in (
        "A reader in RU, service “en”, 2026-02-01 12:00 UTC",
        "The river rises",
        "The story was on air with its version 1.",
        "warning, version 1 (reader_warning)",
        "“Notice warning” (en)",
        "second_legal_officer, 2026-02-01 12:00 UTC",
        "approved by two people",
        "Rests on manifest entry 1 of 2026-02-01 12:00 UTC: approve warning v1",
        newest_entry().entry_hash,
    ):
        assert words in said


def test_the_version_of_that_day_is_shown_not_the_one_of_today(enforce, cast, asked, now):
    notice = enforce()
    notice.texts.update(title="Other words")
    later = now + DAY
    second = propose(notice, actor=cast.legal_officer, now=later)
    approve(second, actor=cast.second_legal_officer, now=later)
    for at, title in ((later - timedelta(seconds=1), "Notice warning"), (later, "Other words")):
        [shown] = asked(region="RU", service="en", at=iso(at))["notices"]
        assert shown["title"] == title


def test_a_retired_notice_was_shown_until_the_second_it_was_retired(enforce, cast, asked, now):
    retire(enforce(), actor=cast.legal_officer, now=now + DAY, reason="Lifted")
    before = now + DAY - timedelta(seconds=1)
    assert slugs(asked(region="RU", service="en", at=iso(before))) == ["warning"]
    assert slugs(asked(region="RU", service="en", at=iso(now + DAY))) == []


def test_an_emergency_approval_is_told(write_notice, cast, run, now):
    version = propose(write_notice(), actor=cast.legal_officer, now=now)
    approve_alone(version, actor=cast.legal_officer, now=now, reason="The court rules at noon")
    said = run("notices_at", region="RU", service="en", at=iso(now))[1]
    assert "EMERGENCY, approved by one person: The court rules at noon (not yet reviewed)" in said


@pytest.fixture
def order(enforce, on_air):
    return enforce(
        "order",
        kind="withheld",
        reach="matched",
        targets=[("region", "GB"), ("story", str(on_air.pk))],
    )


def test_a_withheld_story_is_told(order, on_air, asked, run, now):
    story = {"service": "en", "story": str(on_air.pk), "at": iso(now)}
    assert asked(region="GB", **story)["story"]["status"] == 451
    assert asked(region="IE", **story)["story"]["status"] == 200
    assert "The story was WITHHELD" in run("notices_at", region="GB", **story)[1]


def test_what_a_reader_says_adds_and_never_lifts(order, enforce, on_air, asked, now):
    enforce(targets=[("region", "RU")], reach="matched")
    story = {"service": "en", "story": str(on_air.pk), "at": iso(now)}
    assert slugs(asked(region="DE", also="RU", **story)) == ["warning"]
    assert asked(region="GB", also="US", **story)["withheld"] is True


def test_a_notice_for_a_topic_follows_the_story_as_it_was_published(enforce, story, asked, now):
    topic = Topic.objects.create(slug="elections", name="Elections")
    story.topics.add(topic)
    publish(story, actor=SYSTEM, now=now)
    enforce(targets=[("topic", "elections")])
    story.topics.clear()
    story.refresh_from_db()
    publish(story, actor=SYSTEM, now=now + DAY)
    Topic.objects.update(slug="votes")
    question = {"region": "RU", "service": "en", "story": str(story.pk)}
    assert slugs(asked(at=iso(now), **question)) == ["warning"]
    assert slugs(asked(at=iso(now + DAY), **question)) == []


@pytest.mark.parametrize(("verb", "status"), [(unpublish, 404), (kill, 410)])
def test_a_story_off_air_showed_only_what_stands_on_every_page(
    verb, status, enforce, on_air, story, asked, now
):
    enforce("foot")
    enforce("banner", placements=["site_banner"])
    verb(story, actor=SYSTEM, now=now + DAY, reason="Reason")
    question = {"region": "RU", "service": "en", "story": str(story.pk)}
    assert asked(at=iso(now - DAY), **question)["story"]["status"] == 404
    assert asked(at=iso(now), **question)["story"]["status"] == 200
    answer = asked(at=iso(now + DAY), **question)
    assert (answer["story"]["status"], slugs(answer)) == (status, ["banner"])


def test_readers_of_a_service_got_the_language_it_fell_back_to_then(
    enforce, write_notice, cast, persian, asked, now
):
    enforce()
    LanguageService.objects.filter(pk=persian.pk).update(fallback_languages=["ru"])
    [shown] = asked(region="RU", service="fa", at=iso(now))["notices"]
    assert shown["language"] == "en"


def test_before_the_manifest_begins_no_notice_was_in_force(enforce, run, now):
    enforce()
    code, said = run("notices_at", region="RU", service="en", at=iso(now - DAY))
    assert code == 0
    assert "According to the manifest no notice was in force" in said


def test_a_time_to_come_is_answered_as_approved_now(enforce, english, asked, run):
    enforce(starts_at="2090-01-01T00:00Z")
    late = {"region": "unknown", "service": "en", "at": "2091-01-01T00:00Z"}
    assert "the answer is what is approved now" in run("notices_at", **late)[1]
    answer = asked(**late)
    assert (answer["as_approved_now"], slugs(answer)) == (True, ["warning"])
    assert slugs(asked(region="unknown", service="en", at="2089-12-31T23:59:59Z")) == []


GOOD = {"region": "RU", "service": "en", "at": "2026-02-01T12:00Z"}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"region": "XX"}, "no region “XX”"),
        ({"region": "EU"}, "“EU” is a group of regions"),
        ({"region": ""}, "no region “”"),
        ({"also": "Narnia"}, "no region “Narnia”"),
        ({"service": "zz"}, "There was no service “zz” at that time. There were: en, fa."),
        ({"story": "4711"}, "There is no story 4711."),
        ({"story": "9" * 30}, "There is no story 999"),
        ({"story": "first"}, "“first” is not the number of a story"),
        ({"at": "yesterday"}, "“yesterday” is not a time"),
        ({"at": "2026-02-30T12:00Z"}, "“2026-02-30T12:00Z” is not a time"),
        ({"at": "2026-02-01T12:00"}, "“2026-02-01T12:00” has no time zone"),
        ({"at": "0001-01-01T00:00+10:00"}, "beyond all calendars"),
    ],
)
def test_bad_questions_are_answered_with_a_sentence(wrong, sentence, english, persian, run):
    code, said = run("notices_at", **GOOD | wrong)
    assert code == 1
    assert sentence in said


def test_a_story_of_another_service_is_named_as_such(on_air, persian, run):
    code, said = run("notices_at", **GOOD | {"service": "fa", "story": str(on_air.pk)})
    assert code == 1
    assert "belongs to English Service (en), not to the service “fa”" in said
