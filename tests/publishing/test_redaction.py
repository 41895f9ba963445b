"""One asks, another does it; then the words are nowhere, and the log says that something was."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.core import serializers

from articles.models import CacheLedger, EditorialLog, PublishedStory, StoryDraft, StoryVersion
from articles.publishing.comments import Place, add_comment
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.redact import ask_redaction, carry_out_redaction, decline_redaction
from articles.publishing.refusals import NotAllowed, WrongState
from articles.publishing.review import approve, submit
from articles.publishing.save import save
from articles.publishing.schedule import schedule
from articles.publishing.snapshot import content_hash, snapshot

NAME = "Zarina Omarova"


@pytest.fixture
def told(make_story, story, cast, now):
    """A name in every corner: headline, address, body, note, comment, correction, log."""
    story.headline = f"{NAME} opens the gates"
    story.body = "<p>Says Zarina <em>Omarova</em>, who keeps the keys.</p><p>Nothing else.</p>"
    story.ed_note = "omarova is in danger"
    story.save()
    save(story, actor=cast.reporter, now=now)
    publish(story, actor=cast.desk_editor, now=now, reason=f"{NAME} agreed")
    add_comment(story, "Did Omarova sign?", quote=NAME, actor=cast.desk_editor, now=now)
    correct(story, f"{NAME} is 40, not 41.", actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    return story


def ask(story, cast, now, **told):
    passages = {} if "photo" in told else {"passages": [NAME, "Omarova"]}
    return ask_redaction(
        story, actor=cast.service_chief, now=now, reason="She is in danger.", **passages | told
    )


def everything_kept() -> str:
    """All rows of all our tables, as text."""
    rows = []
    for model in apps.get_app_config("articles").get_models():
        rows += serializers.serialize("python", model._default_manager.all())
    return json.dumps(rows, default=str, ensure_ascii=False).lower()


def test_half_a_name_around_a_passage_leaves_as_well(told, cast, now):
    place = Place(before="Omarova opened it. She", after="said Zarina", occurrence=2)
    add_comment(told, "Hm", quote="says so", place=place, actor=cast.reporter, now=now)
    carry_out_redaction(ask(told, cast, now), actor=cast.legal_officer, now=now)
    kept = told.comments.get(text="Hm")
    assert (kept.words_before, kept.words_after, kept.occurrence) == ("", "", 2)


def test_nothing_is_changed_before_a_second_person_does_it(told, cast, now):
    asked = ask(told, cast, now)
    assert NAME in PublishedStory.objects.get().headline
    with pytest.raises(NotAllowed, match="somebody else"):
        carry_out_redaction(asked, actor=cast.service_chief, now=now)
    assert NAME in PublishedStory.objects.get().headline


def test_afterwards_the_words_are_nowhere(told, cast, now):
    assert "omarova" in everything_kept()
    carry_out_redaction(ask(told, cast, now), actor=cast.legal_officer, now=now)
    assert "omarova" not in everything_kept()
    kept = everything_kept()
    assert "zarina" not in kept, kept[kept.find("zarina") - 300 :][:400]
    assert PublishedStory.objects.get().headline == "█████ opens the gates"


def test_the_log_keeps_who_asked_who_did_it_and_why(told, cast, now):
    carry_out_redaction(ask(told, cast, now), actor=cast.legal_officer, now=now)
    lines = EditorialLog.objects.filter(verb__in=["ask_redact", "redact"]).order_by("id")
    assert [(line.actor_name, line.reason) for line in lines] == [
        ("service_chief", "She is in danger."),
        ("legal_officer", "She is in danger."),
    ]


def test_pages_of_before_are_shown_to_nobody_not_even_stale(told, cast, now):
    carry_out_redaction(ask(told, cast, now), actor=cast.legal_officer, now=now)
    assert CacheLedger.objects.order_by("-id").first().is_hard


def test_every_version_still_proves_its_content(told, cast, now):
    carry_out_redaction(ask(told, cast, now), actor=cast.legal_officer, now=now)
    for version in StoryVersion.objects.all():
        assert version.content_hash == content_hash(version.content)


def test_what_was_approved_and_scheduled_stays_so(told, cast, now):
    told.standfirst = "A new line."
    told.save()
    submit(told, actor=cast.reporter, now=now)
    approve(told, actor=cast.desk_editor, now=now)
    told.refresh_from_db()
    schedule(told, now + timedelta(hours=3), actor=cast.desk_editor, now=now)
    carry_out_redaction(ask(told, cast, now), actor=cast.legal_officer, now=now)
    told.refresh_from_db()
    assert told.approved_hash == content_hash(snapshot(told))
    assert told.schedule.approved_hash == told.schedule.version.content_hash


def test_a_photo_leaves_the_story_and_all_its_versions(told, photo, cast, now):
    told.body += f'<figure data-photo="{photo.pk}"></figure><p>The end.</p>'
    told.save()
    publish(told, actor=cast.desk_editor, now=now)
    carry_out_redaction(ask(told, cast, now, photo=photo), actor=cast.legal_officer, now=now)
    told.refresh_from_db()
    assert "data-photo" not in told.body
    assert not told.story_photos.exists()
    for version in StoryVersion.objects.all():
        assert version.content["photos"] == []
        assert "data-photo" not in version.content["body"]
    assert not PublishedStory.objects.get().shown_photos.exists()


def test_it_can_be_declined_and_then_is_forgotten(told, cast, now):
    asked = ask(told, cast, now)
    decline_redaction(asked, actor=cast.legal_officer, now=now, reason="She consents.")
    asked.refresh_from_db()
    assert asked.passages == []
    with pytest.raises(WrongState, match="decided already"):
        carry_out_redaction(asked, actor=cast.legal_officer, now=now)


@pytest.mark.parametrize(
    ("passages", "reason", "sentence"),
    [
        ([], "why", "Say what is to leave"),
        (["a"], "why", "too short"),
        (["Omarova"], " ", "Say why"),
        (["Omarova"], "omarova asked", "must not say"),
        ([f"passage {n}" for n in range(21)], "why", "At most 20"),
    ],
)
def test_what_makes_no_sense_is_refused(told, cast, now, passages, reason, sentence):
    with pytest.raises(WrongState, match=sentence):
        ask_redaction(told, actor=cast.service_chief, now=now, reason=reason, passages=passages)


def test_one_at_a_time_and_only_by_those_who_may(told, cast, now):
    for stranger in (cast.reporter, cast.desk_editor, cast.photo_editor, cast.outsider):
        with pytest.raises(NotAllowed):
            ask_redaction(told, actor=stranger, now=now, reason="why", passages=["Omarova"])
    asked = ask(told, cast, now)
    with pytest.raises(WrongState, match="already"):
        ask(told, cast, now)
    with pytest.raises(NotAllowed):
        carry_out_redaction(asked, actor=cast.outsider, now=now)


def test_drafts_that_nobody_saved_lose_it_as_well(story, cast, now):
    draft = StoryDraft.objects.create(
        user=cast.reporter, story=story, page="a-page-of-hers", kept_at=now,
        fields={"body": ["<p>Anna Karlova saw it.</p>"]},
    )  # fmt: skip
    asked = ask_redaction(
        story, actor=cast.service_chief, now=now, reason="Safety", passages=["Anna Karlova"]
    )
    carry_out_redaction(asked, actor=cast.administrator, now=now)
    draft.refresh_from_db()
    assert "Karlova" not in draft.fields["body"][0]
