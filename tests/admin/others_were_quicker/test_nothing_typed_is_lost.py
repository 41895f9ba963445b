"""Where the database lets somebody else go first, nothing typed is lost; it goes with one click."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.admin import alert, breaking, busy, verbs
from articles.admin import story as story_form
from articles.models import BreakingAlert, PublishedStory, StoryDraft
from articles.publishing import kill as killing
from articles.publishing import publish as publishing
from articles.publishing.once_more import DEADLOCK, LOCK_TIMEOUT, STATEMENT_TIMEOUT
from articles.publishing.save import save
from tests.admin.others_were_quicker.giving_way import BREAKING, PAGE, QUICKER, url
from tests.admin.sent import sent_by


@pytest.mark.parametrize("code", [DEADLOCK, LOCK_TIMEOUT, STATEMENT_TIMEOUT])
def test_breaking_news_is_in_the_page_and_goes_with_one_click(
    code, english, cast, log_in, give_way
):
    give_way(breaking, "break_news", code)
    client = log_in(cast.desk_editor)
    typed = sent_by(client.get(BREAKING).content.decode()) | {
        "key": str(uuid.uuid4()), "service": english.pk, "headline": "Bridge closed",
        "lines": "Nobody was hurt.", "dateline": "Karasu", "hours": "3",
    }  # fmt: skip
    answer = client.post(BREAKING, typed, headers=PAGE)
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "1")
    assert QUICKER in page
    assert "Nobody was hurt." in page
    assert f'action="{BREAKING}"' in page
    assert not PublishedStory.objects.exists()

    assert client.post(BREAKING, sent_by(page), headers=PAGE).status_code == 302
    assert PublishedStory.objects.get().headline == "Bridge closed"


def test_a_reason_is_kept_and_the_button_that_was_pressed(story, cast, log_in, now, give_way):
    publishing.publish(story, actor=cast.desk_editor, now=now)
    give_way(killing, "lock_story")
    client = log_in(cast.service_chief)
    page = client.post(url("kill", story), {"reason": "Libel", "_sure": "1"}, headers=PAGE)
    assert page.status_code == 503
    sent = sent_by(page.content.decode())
    assert (sent["reason"], sent["_sure"]) == ("Libel", "1")
    assert client.post(url("kill", story), sent, headers=PAGE).status_code == 302


def test_a_story_is_kept_as_a_draft_and_can_be_sent_as_it_was(story, cast, log_in, now, give_way):
    save(story, actor=cast.reporter, now=now)
    client, form = log_in(cast.reporter), url("change", story)
    typed = sent_by(client.get(form).content.decode(), "story_form") | {"headline": "Typed"}
    give_way(story_form, "lock_story")
    page = client.post(form, typed, headers=PAGE)
    assert page.status_code == 503
    assert "the form offers it to you" in page.content.decode()
    assert StoryDraft.objects.get(is_saved=False).fields["headline"] == ["Typed"]
    story.refresh_from_db()
    assert story.headline != "Typed"

    client.post(form, sent_by(page.content.decode()), headers=PAGE)
    story.refresh_from_db()
    assert story.headline == "Typed"
    assert not StoryDraft.objects.filter(is_saved=False).exists()


def test_a_draft_that_could_not_be_kept_is_read_in_the_page(story, cast, log_in, now, give_way):
    save(story, actor=cast.reporter, now=now)
    client, form = log_in(cast.reporter), url("change", story)
    typed = sent_by(client.get(form).content.decode(), "story_form") | {"headline": "Typed"}
    give_way(story_form, "lock_story")
    give_way(busy, "keep_posted")
    page = client.post(form, typed, headers=PAGE).content.decode()
    assert "<dd>Typed</dd>" in page
    assert "the form offers it to you" not in page


def test_a_strip_and_its_story_stand_down_together_or_not_at_all(english, cast, log_in, give_way):
    client = log_in(cast.service_chief)
    news = {"key": str(uuid.uuid4()), "service": english.pk, "headline": "Bridge closed",
            "lines": "Nobody was hurt.", "dateline": "", "section": "", "hours": "3"}  # fmt: skip
    client.post(BREAKING, news)
    down = reverse("admin:alert_down", args=[BreakingAlert.objects.get().key])
    give_way(alert, "stand_down")
    page = client.post(down, headers=PAGE)
    assert page.status_code == 503
    client.post(down, sent_by(page.content.decode()), headers=PAGE)
    assert BreakingAlert.objects.get().stood_down_at is not None
    assert PublishedStory.objects.get().breaking_until is None


def test_a_form_with_a_file_is_not_sent_without_it(story, cast, log_in, give_way):
    give_way(verbs, "new_key")
    typed = {"reason": "Read twice", "paper": SimpleUploadedFile("paper.txt", b"words")}
    client = log_in(cast.desk_editor)
    page = client.post(url("unpublish", story), typed, headers=PAGE).content.decode()
    assert "Read twice" in page
    assert "Files have to be chosen again" in page
    assert "Send the same once more" not in page


def test_a_password_stands_in_no_page(story, cast, log_in, give_way):
    give_way(verbs, "new_key")
    typed = {"password": "a secret of mine"}
    page = log_in(cast.desk_editor).post(url("unpublish", story), typed, headers=PAGE)
    assert page.status_code == 503
    assert typed["password"] not in page.content.decode()
