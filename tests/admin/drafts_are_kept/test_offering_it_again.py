"""What was not saved is offered again in words, taken over or thrown away."""

from django.urls import reverse

from articles.models import Story, StoryDraft
from articles.vocabularies import WorkflowStatus
from tests.admin.drafts_are_kept.page import PAGE
from tests.admin.sent import sent_by


def test_opening_the_story_offers_what_differs_in_words(reporter, keep, url, story):
    keep(
        reporter, story, touched=["headline", "body", "urgency"],
        fields={"headline": ["The river falls"], "body": [story.body.replace("second", "third")]},
    )  # fmt: skip
    text = reporter.get(url).content.decode()
    assert "<del>rises</del><ins>falls</ins>" in text
    assert "<del>second</del><ins>third</ins>" in text
    assert "Also changed: Urgency." in text


def test_taking_over_shows_the_text_without_saving_and_saving_ends_the_draft(
    reporter, keep, url, story
):
    form = sent_by(reporter.get(url).content.decode(), "story_form")
    fields = {name: [value] for name, value in form.items() if name != "csrfmiddlewaretoken"}
    keep(reporter, story, fields=fields | {"headline": ["Typed"]}, base="1", stamp=form["_stamp"])
    page = reporter.post(url, {"_take_over": StoryDraft.objects.get(is_saved=False).pk})

    assert page.status_code == 200
    story.refresh_from_db()
    assert story.headline == "The river rises"
    again = sent_by(page.content.decode(), "story_form")
    assert again["headline"] == "Typed"
    assert "Please correct" not in page.content.decode()
    assert StoryDraft.objects.get().page == again["_page"] != PAGE
    assert reporter.post(url, again | {"_continue": "Save"}).status_code == 302
    story.refresh_from_db()
    assert story.headline == "Typed"
    assert not StoryDraft.objects.filter(is_saved=False).exists()


def test_a_draft_from_before_a_colleague_s_save_is_joined_with_it(
    reporter, keep, url, story, cast, log_in
):
    form = sent_by(reporter.get(url).content.decode(), "story_form")
    fields = {name: [value] for name, value in form.items()}
    keep(reporter, story, fields=fields | {"headline": ["Typed"]}, stamp=form["_stamp"])
    log_in(cast.desk_editor).post(url, form | {"kicker": "His", "_continue": "Save"})
    offered = reporter.get(url).content.decode()
    assert "The story was saved since" in offered
    page = reporter.post(url, {"_take_over": StoryDraft.objects.get(is_saved=False).pk})
    reporter.post(url, sent_by(page.content.decode(), "story_form") | {"_continue": "Save"})
    story.refresh_from_db()
    assert (story.headline, story.kicker) == ("Typed", "His")


def test_throwing_away_leads_back_to_the_form(reporter, keep, url, story):
    keep(reporter, story)
    answer = reporter.post(reverse("admin:draft_drop"), {"draft": StoryDraft.objects.get().pk})
    assert answer["Location"] == url
    assert not StoryDraft.objects.filter(is_saved=False).exists()


def test_a_new_story_that_was_never_saved_is_offered_on_the_form_for_new_ones(
    reporter, keep, english
):
    add = reverse("admin:articles_story_add")
    form = sent_by(reporter.get(add).content.decode(), "story_form")
    fields = {name: [value] for name, value in form.items()} | {"headline": ["Begun"]}
    keep(reporter, fields=fields)
    assert "You began a story that was not saved" in reporter.get(add).content.decode()
    page = reporter.post(add, {"_take_over": StoryDraft.objects.get().pk})
    again = sent_by(page.content.decode(), "story_form")
    assert again["headline"] == "Begun"
    assert reporter.post(add, again | {"_continue": "Save"}).status_code == 302
    assert Story.objects.get().headline == "Begun"
    assert not StoryDraft.objects.filter(is_saved=False).exists()


def test_the_words_of_a_story_that_was_killed_meanwhile_can_still_be_read(
    reporter, keep, url, story
):
    keep(reporter, story, fields={"headline": ["Typed before the kill"]})
    Story.objects.update(workflow_status=WorkflowStatus.KILLED)
    text = reporter.get(url).content.decode()
    assert "Typed before the kill" in text
    assert "Take it over" not in text
    assert reporter.post(url, {"_take_over": StoryDraft.objects.get().pk}).status_code == 403
