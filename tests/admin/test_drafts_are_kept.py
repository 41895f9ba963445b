"""What is typed and not saved is kept for its writer, offered again, and shown to nobody else."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Story, StoryDraft, StoryVersion
from articles.publishing.save import save
from articles.vocabularies import WorkflowStatus
from tests.admin.sent import sent_by

KEEP = "admin:draft_keep"
PAGE = "a-page-of-mine"


@pytest.fixture
def keep():
    def make(client, story=None, page=PAGE, **more):
        sent = {"story": story.pk if story else "", "page": page, "base": "1", "stamp": "x",
                "fields": {"headline": ["Typed"]}, "touched": ["headline"]} | more  # fmt: skip
        return client.post(reverse(KEEP), json.dumps(sent), content_type="application/json")

    return make


@pytest.fixture
def url(story, cast, now):
    save(story, actor=cast.reporter, now=now)
    return reverse("admin:articles_story_change", args=[story.pk])


@pytest.fixture
def reporter(cast, log_in):
    return log_in(cast.reporter)


def test_a_draft_is_kept_without_a_version_and_told_in_the_service_s_zone(
    reporter, keep, url, story
):
    before = StoryVersion.objects.count()
    with CaptureQueriesContext(connection) as captured:
        said = keep(reporter, story).json()
    assert said["kept"].endswith(" Prague")
    assert StoryVersion.objects.count() == before
    assert StoryDraft.objects.get().headline == "Typed"
    assert len(captured) <= 10
    keep(reporter, story, fields={"headline": ["Typed on"]})
    assert StoryDraft.objects.get().headline == "Typed on"


def test_words_of_a_form_whose_writer_is_logged_out_are_not_kept_for_who_came_after(
    reporter, keep, url, story
):
    said = keep(reporter, story, fields={"headline": ["Hers"], "_writer": ["desk_editor"]})
    assert said.status_code == 403
    assert not StoryDraft.objects.filter(is_saved=False).exists()
    mine = {"headline": ["Mine"], "_writer": ["reporter"]}
    assert keep(reporter, story, fields=mine).json()["kept"]


def test_two_tabs_keep_a_draft_each(reporter, keep, url, story):
    keep(reporter, story)
    keep(reporter, story, page="another-page-of-mine")
    assert StoryDraft.objects.count() == 2


def test_what_was_taken_back_is_kept_no_more(reporter, keep, url, story):
    keep(reporter, story)
    assert keep(reporter, story, fields={}).json() == {"kept": ""}
    assert not StoryDraft.objects.filter(is_saved=False).exists()


@pytest.mark.parametrize("name", ["outsider", "photo_editor", "legal_officer"])
def test_who_may_not_write_the_story_is_told_that_there_is_none(
    cast, log_in, keep, url, story, name
):
    assert keep(log_in(getattr(cast, name)), story).status_code == 404
    assert not StoryDraft.objects.filter(is_saved=False).exists()


def test_nobody_sees_takes_or_throws_away_the_draft_of_another(
    reporter, cast, log_in, keep, url, story
):
    keep(reporter, story, fields={"headline": ["Typed in private"]})
    draft, editor = StoryDraft.objects.get(), log_in(cast.desk_editor)
    assert "private" not in editor.get(url).content.decode()
    taken = editor.post(url, {"_take_over": draft.pk}, follow=True)
    assert "private" not in taken.content.decode()
    assert "not kept any more" in taken.content.decode()
    assert editor.post(reverse("admin:draft_drop"), {"draft": draft.pk}).status_code == 404
    offered = editor.get(reverse("admin:draft_kept"), {"story": story.pk, "page": "x"})
    assert "private" not in offered.content.decode()
    assert keep(editor, story).status_code == 200  # under the same number: a row of their own
    draft.refresh_from_db()
    assert draft.headline == "Typed in private"


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


def test_what_the_browser_still_held_though_it_was_saved_is_not_offered(reporter, keep, url, story):
    said = keep(reporter, story, fields={"headline": [story.headline]}, leftover=True, touched=[])
    assert said.json() == {"kept": ""}
    said = keep(reporter, story, fields={"headline": ["Never saved"]}, leftover=True)
    assert said.json()["kept"]
    shown = reporter.get(reverse("admin:draft_kept"), {"story": story.pk, "page": "x"})
    assert "Never" in shown.content.decode()


def test_the_words_of_a_story_that_was_killed_meanwhile_can_still_be_read(
    reporter, keep, url, story
):
    keep(reporter, story, fields={"headline": ["Typed before the kill"]})
    Story.objects.update(workflow_status=WorkflowStatus.KILLED)
    text = reporter.get(url).content.decode()
    assert "Typed before the kill" in text
    assert "Take it over" not in text
    assert reporter.post(url, {"_take_over": StoryDraft.objects.get().pk}).status_code == 403


def test_what_comes_late_from_a_form_that_was_saved_is_old(reporter, keep, url, story):
    form = sent_by(reporter.get(url).content.decode(), "story_form")
    reporter.post(url, form | {"headline": "Saved", "_continue": "Save"})
    said = keep(reporter, story, page=form["_page"], fields={"headline": ["Late news"]})
    assert said.json() == {"kept": ""}
    assert "Late news" not in reporter.get(url).content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"{", b"[]", b"null", b'{"page": 5, "fields": {}}', b'{"page": "short", "fields": {}}',
        b'{"page": "long-enough", "fields": []}', b'{"page": "long-enough", "fields": {"a": "b"}}',
        b'{"page": "long-enough", "fields": {"a": [1]}}', b"[" * 100_000,
        b'{"page": "long-enough", "fields": {}, "touched": [{}]}', b"\xff\xfe",
        b'{"page": "long-enough", "fields": {"' + b"n" * 101 + b'": []}}',
    ],
    ids=range(13),
)  # fmt: skip
def test_nonsense_is_refused_with_a_sentence(reporter, english, sent):
    answer = reporter.post(reverse(KEEP), sent, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["sentence"]


def test_more_than_five_megabytes_are_refused_with_a_sentence(reporter, keep, url, story):
    answer = keep(reporter, story, fields={"body": ["x" * (5 * 1024 * 1024)]})
    assert answer.status_code == 413
    assert "5 MB" in answer.json()["sentence"]


def test_two_hundred_thousand_words_are_kept_and_offered(reporter, keep, url, story):
    body = "<p>ten words stand here in a row, one to ten</p>" * 20_000
    assert keep(reporter, story, fields={"body": [body]}).status_code == 200
    assert len(reporter.get(url).content) < 2_000_000


@pytest.mark.parametrize("word", ["\u202egnippils", "👩‍👩‍👧", "\ud83d lone", "a\x00b", "<script>"])
def test_odd_characters_are_kept_and_shown_as_words(reporter, keep, url, story, word):
    assert keep(reporter, story, fields={"headline": [word]}).status_code == 200
    page = reporter.get(url)
    assert page.status_code == 200
    assert "<ins><script>" not in page.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999999999", "²"])
def test_numbers_that_are_none_are_not_found(reporter, keep, english, number):
    sent = {"story": number, "page": PAGE, "fields": {"headline": ["x"]}}
    answer = reporter.post(reverse(KEEP), json.dumps(sent), content_type="application/json")
    assert answer.status_code == 404


def test_a_hundred_texts_that_are_not_saved_are_enough(reporter, keep, url, story, cast, now):
    StoryDraft.objects.bulk_create(
        StoryDraft(user=cast.reporter, story=story, page=f"page-number-{n}", kept_at=now)
        for n in range(100)
    )
    answer = keep(reporter, story)
    assert answer.status_code == 409
    assert "100 texts" in answer.json()["sentence"]
    assert keep(reporter, story, page="page-number-7").status_code == 200
