"""The strip on the screen of breaking news: with its story, or without one."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import BreakingAlert, PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

BREAKING, STRIP = "/admin/breaking/", "/admin/breaking/strip/"


@pytest.fixture
def typed(english):
    return {"alert_key": str(uuid.uuid4()), "label": "breaking", "hours": "3", "story": "",
            "text_en": "Parliament dissolved – more soon"}  # fmt: skip


def up():
    return [(one.service.slug, one.text) for one in BreakingAlert.objects.up(timezone.now())]


def test_one_form_puts_it_up_and_one_button_takes_it_down(typed, cast, log_in, client):
    editor = log_in(cast.desk_editor)
    for _click in range(2):
        assert editor.post(STRIP, typed).status_code == 302
    assert up() == [("en", "Parliament dissolved – more soon")]
    assert "Parliament dissolved" in client.get("/en/").content.decode()
    assert "Parliament dissolved" in editor.get(BREAKING).content.decode()
    down = reverse("admin:alert_down", args=[typed["alert_key"]])
    editor.get(down)
    assert up()
    editor.post(down)
    assert up() == []


def test_the_strip_of_breaking_news_is_told_of_once_and_goes_down_with_its_flag(
    english, cast, log_in
):
    editor = log_in(cast.desk_editor)
    editor.post(BREAKING, {
        "key": str(uuid.uuid4()), "service": english.pk, "headline": "Bridge closed",
        "lines": "Nobody was hurt.", "dateline": "", "section": "", "hours": "3",
    })  # fmt: skip
    alert = BreakingAlert.objects.get()
    page = editor.get(BREAKING).content.decode()
    assert page.count("Stand down") == 1
    editor.post(reverse("admin:alert_down", args=[alert.key]))
    assert up() == []
    assert PublishedStory.objects.get().breaking_until is None


def test_the_house_says_it_in_each_service_and_an_editor_in_the_own(
    typed, english, persian, cast, log_in
):
    log_in(cast.administrator).post(STRIP, typed | {"text_fa": "مجلس منحل شد"})
    assert sorted(up()) == [("en", typed["text_en"]), ("fa", "مجلس منحل شد")]
    other = typed | {"alert_key": str(uuid.uuid4()), "text_fa": "Not theirs", "text_en": "Mine"}
    log_in(cast.desk_editor).post(STRIP, other)
    assert sorted(up()) == [("en", "Mine"), ("fa", "مجلس منحل شد")]


def test_a_story_gives_the_words_where_none_are_written(typed, story, cast, log_in, client):
    publish(story, actor=SYSTEM, now=timezone.now())
    log_in(cast.desk_editor).post(STRIP, typed | {"text_en": "", "story": story.pk})
    assert up() == [("en", "")]
    assert "The river rises" in client.get("/en/z/politics/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"text_en": ""}, {"text_en": "x" * 251}, {"hours": "900"}, {"alert_key": "x"},
     {"label": "flash"}, {"story": "999999"}],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(wrong, typed, cast, log_in):
    refused = log_in(cast.desk_editor).post(STRIP, typed | wrong)
    assert refused.status_code == 422
    assert (wrong.get("text_en", typed["text_en"])) in refused.content.decode()
    assert up() == []


def test_it_is_nobody_elses(typed, cast, log_in):
    log_in(cast.desk_editor).post(STRIP, typed)
    down = reverse("admin:alert_down", args=[typed["alert_key"]])
    for who in (cast.outsider, cast.reporter, cast.photo_editor):
        assert log_in(who).post(down).status_code == 404
    assert log_in(cast.reporter).post(STRIP, typed).status_code == 404
    assert "Parliament" not in log_in(cast.outsider).get(BREAKING).content.decode()
    assert up()
