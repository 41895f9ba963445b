"""Review, schedule, comments and the day's page, as people at the desk meet them."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import PublishedStory, StorySchedule
from articles.publishing.comments import add_comment
from articles.publishing.review import submit
from articles.publishing.save import save
from articles.vocabularies import ReviewStatus


def url(verb, story):
    return reverse(f"admin:articles_story_{verb}", args=[story.pk])


@pytest.fixture
def submitted(story, cast, now):
    save(story, actor=cast.reporter, now=now)
    submit(story, actor=cast.reporter, now=now)
    story.refresh_from_db()
    return story


def read_and_send(client, address, **data):
    """As a browser does: with the hidden fields of the page."""
    page = client.get(address)
    seen = page.context.get("seen_hash")
    return client.post(address, data | ({"seen_hash": seen} if seen else {}))


def test_a_story_goes_from_the_writer_to_the_reader_at_the_desk_and_on_air(
    story, english, cast, log_in, form_data
):
    english.four_eyes = True
    english.save()
    reporter, editor = log_in(cast.reporter), log_in(cast.desk_editor)
    sent = reporter.post(url("change", story), form_data(_submit="Submit …"))
    assert sent.url == url("submit", story)
    reporter.post(url("submit", story), {"reason": "Please read the second half"})
    assert str(story) in editor.get(reverse("admin:today")).content.decode()

    refused = editor.post(url("publish", story))
    assert refused.status_code == 422
    assert read_and_send(editor, url("approve", story)).status_code == 302
    story.story_photos.update(role="inline")
    story.refresh_from_db()
    assert story.review_status == ReviewStatus.APPROVED


def test_approving_is_bound_to_what_the_page_showed(submitted, cast, log_in):
    editor = log_in(cast.desk_editor)
    seen = editor.get(url("approve", submitted)).context["seen_hash"]
    type(submitted).objects.update(headline="Another headline")
    refused = editor.post(url("approve", submitted), {"seen_hash": seen})
    assert refused.status_code == 422
    assert "look at it again" in refused.content.decode()
    assert editor.post(url("approve", submitted)).status_code == 422


def test_a_story_is_given_back_and_its_writer_finds_it(submitted, cast, log_in):
    editor, reporter = log_in(cast.desk_editor), log_in(cast.reporter)
    assert editor.post(url("give_back", submitted), {"reason": ""}).status_code == 422
    editor.post(url("give_back", submitted), {"reason": "Name the river"})
    page = reporter.get(reverse("admin:today")).content.decode()
    assert "Given back to you" in page
    assert "Name the river" in reporter.get(url("comments", submitted)).content.decode()
    assert "1 given back to you" in reporter.get(reverse("admin:index")).content.decode()


def test_a_change_is_asked_for_beside_its_passage(submitted, cast, log_in):
    editor, panel = log_in(cast.desk_editor), url("comments", submitted) + "?panel=1"
    assert "Ask for this change" in editor.get(panel).content.decode()
    asked = {"gives_back": "1", "quote": "The second one.", "text": "Name the river"}
    answer = editor.post(panel, asked)
    assert "went back to its writers" in answer.content.decode()
    assert "Ask for this change" not in answer.content.decode()
    comment = submitted.comments.get()
    assert (comment.quote, comment.asks_for_change) == ("The second one.", True)
    submitted.refresh_from_db()
    assert submitted.review_status == "changes"
    again = editor.post(panel, asked)  # a double click
    assert again.status_code == 422
    assert submitted.comments.count() == 1
    page = log_in(cast.reporter).get(url("change", submitted)).content.decode()
    assert "data-calls" in page


def test_whoever_may_not_approve_asks_for_no_change(submitted, cast, log_in):
    panel = url("comments", submitted) + "?panel=1"
    reporter = log_in(cast.reporter)
    assert "Ask for this change" not in reporter.get(panel).content.decode()
    refused = reporter.post(panel, {"gives_back": "1", "text": "Kept in its field"})
    assert refused.status_code == 422
    assert "Kept in its field" in refused.content.decode()
    submitted.refresh_from_db()
    assert submitted.review_status == "in_review"


def test_a_moment_is_typed_in_the_service_s_time_and_shown_with_its_zone(story, cast, log_in):
    editor = log_in(cast.desk_editor)
    tomorrow = timezone.now() + timedelta(days=1)
    typed = {"publish_at_0": f"{tomorrow:%Y-%m-%d}", "publish_at_1": "18:00:00"}
    assert editor.post(url("schedule", story), typed).status_code == 302
    plan = StorySchedule.objects.get()
    assert plan.publish_at.hour in (16, 17)  # summer or winter
    assert "18:00 Prague" in editor.get(url("change", story)).content.decode()
    assert "18:00 Prague" in editor.get(reverse("admin:articles_story_changelist")).content.decode()

    assert "calls that off" in editor.get(url("publish", story)).content.decode()
    editor.post(url("unschedule", story))
    assert not StorySchedule.objects.exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Give a moment"),
        ({"publish_at_0": "2020-01-01", "publish_at_1": "10:00"}, "past"),
        ({"publish_at_0": "never", "publish_at_1": "10:00"}, "Give a moment"),
        ({"publish_at_0": "2031-03-30", "publish_at_1": "02:30"}, "does not exist"),
        ({"publish_at_0": "2031-10-26", "publish_at_1": "02:30"}, "comes twice"),
    ],
)
def test_a_moment_that_is_none_is_refused_with_a_sentence(typed, words, story, cast, log_in):
    refused = log_in(cast.desk_editor).post(url("schedule", story), typed)
    assert refused.status_code == 422
    assert words in refused.content.decode()
    assert not StorySchedule.objects.exists()


def test_of_an_hour_that_comes_twice_the_one_that_was_chosen(story, cast, log_in):
    typed = {"publish_at_0": "2031-10-26", "publish_at_1": "02:30", "publish_at_pass": "second"}
    log_in(cast.desk_editor).post(url("schedule", story), typed)
    assert StorySchedule.objects.get().publish_at == datetime.fromisoformat("2031-10-26T01:30Z")


def test_published_alone_stands_before_the_chief(story, english, cast, log_in):
    english.four_eyes = True
    english.save()
    editor, chief = log_in(cast.desk_editor), log_in(cast.service_chief)
    assert "Publish alone" in editor.get(url("change", story)).content.decode()
    editor.post(url("publish_alone", story), {"reason": "Flood, nobody else is here"})
    assert PublishedStory.objects.exists()
    assert "1 story published alone" in chief.get(reverse("admin:index")).content.decode()
    assert "published alone" not in editor.get(reverse("admin:index")).content.decode()
    chief.post(url("look_over", story))
    assert "published alone" not in chief.get(reverse("admin:index")).content.decode()


def test_a_thread_is_written_answered_and_settled_beside_the_text(story, cast, log_in):
    editor, reporter = log_in(cast.desk_editor), log_in(cast.reporter)
    panel = url("comments", story) + "?panel=1"
    shown = editor.post(panel, {"text": "Who says so?", "quote": "The second one."})
    assert "Who says so?" in shown.content.decode()
    assert "<html" not in shown.content.decode()
    first = story.comments.get()
    reporter.post(panel, {"text": "The mayor.", "answers": first.pk})
    reporter.post(url("settle", story) + "?panel=1", {"comment": first.pk})
    assert "Settled by" in editor.get(url("comments", story)).content.decode()


def test_a_refused_comment_keeps_its_words(story, cast, log_in):
    refused = log_in(cast.reporter).post(
        url("comments", story), {"text": " ", "quote": "The second one."}
    )
    assert refused.status_code == 422
    assert "The second one." in refused.content.decode()


@pytest.mark.parametrize("answers", ["x", "0", "-1", "٣", "99999"])
def test_an_answer_to_nothing_is_not_found(answers, story, cast, log_in):
    client = log_in(cast.reporter)
    assert (
        client.post(url("comments", story), {"text": "Hm", "answers": answers}).status_code == 404
    )
    assert client.post(url("settle", story), {"comment": answers}).status_code == 404


PAGES = (
    "submit", "approve", "give_back", "publish_alone", "look_over",
    "schedule", "unschedule", "comments", "settle",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_outsiders_find_none_of_these_pages(page, submitted, cast, log_in, now):
    add_comment(submitted, "Secret", actor=cast.reporter, now=now)
    client = log_in(cast.outsider)
    assert client.post(url(page, submitted), {"reason": "x", "comment": "1"}).status_code in (404,)
    if page != "settle":
        assert client.get(url(page, submitted)).status_code == 404
    assert str(submitted) not in client.get(reverse("admin:today")).content.decode()


@pytest.mark.parametrize("page", ["approve", "give_back", "publish_alone", "look_over", "schedule"])
def test_reporters_do_not_find_the_desk_s_pages(page, submitted, cast, log_in):
    assert log_in(cast.reporter).get(url(page, submitted)).status_code == 404


def test_the_day_s_page_costs_the_same_with_many_stories(make_story, cast, log_in, now):
    client = log_in(cast.service_chief)

    def cost():
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("admin:today"))
        return len(captured)

    few = cost()
    for _number in range(12):
        made = make_story(created_by=cast.service_chief)
        submit(made, actor=cast.reporter, now=now)
    assert cost() <= few + 1
    assert few <= 14


def test_a_number_without_end_is_nobody_s_row(story, cast, log_in):
    client, endless = log_in(cast.desk_editor), "9" * 5_000
    assert client.post(url("settle", story), {"comment": endless}).status_code == 404
    assert client.get(url("restore", story), {"version": endless}).status_code == 404


def test_a_service_or_topic_without_end_is_refused_on_the_form(story, cast, log_in, form_data):
    endless = "9" * 5_000
    typed = form_data(service=endless, section=endless, topics=[endless])
    refused = log_in(cast.desk_editor).post(reverse("admin:articles_story_add"), typed)
    assert refused.status_code == 200
    assert "The river rises" in refused.content.decode()
    assert type(story).objects.count() == 1
