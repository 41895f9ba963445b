"""Two people save one story: what joins is joined, what clashes is asked about, nothing is lost."""

import pytest
from django.urls import reverse

from articles.admin.story_merge import MEMBERS, WHOLE
from articles.models import (
    Contributor,
    Photo,
    PublishedStory,
    StoryDraft,
)
from articles.publishing.publish import publish
from articles.publishing.redact import ask_redaction, carry_out_redaction
from articles.publishing.republish import republish
from articles.publishing.save import save
from tests.admin.sent import sent_by

FIRST, SECOND = "<p>The first paragraph of the story.</p>", "<p>The second one.</p>"


@pytest.fixture
def url(story, cast, now):
    save(story, actor=cast.reporter, now=now)
    return reverse("admin:articles_story_change", args=[story.pk])


@pytest.fixture
def opened(url, cast, log_in):
    """``opened("reporter")``: a client, and what its form sends when nothing is changed."""

    def make(name):
        client = log_in(getattr(cast, name))
        page = client.get(url)
        return client, sent_by(page.content.decode(), "story_form") | {"_continue": "Save"}

    return make


def test_changes_of_different_fields_and_paragraphs_are_joined(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(
        url, hers | {"headline": "Hers", "body": hers["body"].replace("The second", "Her second")}
    )
    page = editor.post(
        url,
        his | {"standfirst": "His", "body": his["body"].replace("The first", "His first")},
        follow=True,
    )
    story.refresh_from_db()
    assert (story.headline, story.standfirst) == ("Hers", "His")
    assert "His first" in story.body
    assert "Her second" in story.body
    text = page.content.decode()
    assert "Joined with what reporter saved meanwhile" in text
    assert "Headline" in text
    assert story.versions.count() == 3


def test_one_paragraph_changed_by_both_comes_back_with_both_sides(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"body": hers["body"].replace("The second", "Her second")})
    mine = his | {"body": his["body"].replace("The second", "His second"), "kicker": "His"}
    page = editor.post(url, mine)

    assert page.status_code == 409
    text = page.content.decode()
    assert "<ins>Her</ins>" in text
    assert "<ins>His</ins>" in text
    assert "Please correct" not in text
    again = sent_by(text, "story_form")
    assert "His second" in again["body"]
    assert (again["kicker"], again["_base"]) == ("His", mine["_base"])
    story.refresh_from_db()
    assert "Her second" in story.body
    assert story.kicker == ""


@pytest.mark.parametrize(
    ("answer", "kept", "gone"),
    [("mine", ["His"], ["Her"]), ("theirs", ["Her"], ["His"]), ("both", ["Her", "His"], [])],
)
def test_the_choice_is_what_is_saved(opened, url, story, answer, kept, gone):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"body": hers["body"].replace("The second", "Her second")})
    mine = his | {"body": his["body"].replace("The second", "His second"), "kicker": "His"}
    (question,) = editor.post(url, mine).context["questions"]
    page = editor.post(url, mine | {question.name: answer})

    assert page.status_code == 302
    story.refresh_from_db()
    assert all(f"{word} second" in story.body for word in kept)
    assert not any(f"{word} second" in story.body for word in gone)
    assert story.kicker == "His"
    assert story.versions.count() == 3


def test_a_headline_that_both_changed_is_asked_about(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"headline": "Hers", "dateline": "OSH"})
    mine = his | {"headline": "His"}
    page = editor.post(url, mine)
    (question,) = page.context["questions"]
    assert (question.label, question.takes_both) == ("Headline", False)
    assert "Dateline" in page.content.decode()
    assert 'value="both"' not in page.content.decode()

    editor.post(url, mine | {question.name: "theirs"})
    story.refresh_from_db()
    assert (story.headline, story.dateline) == ("Hers", "OSH")


def test_a_third_save_between_question_and_answer_is_asked_about_anew(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"headline": "Hers"})
    mine = his | {"headline": "His"}
    (question,) = editor.post(url, mine).context["questions"]
    chief, theirs = opened("service_chief")
    chief.post(url, theirs | {"headline": "The chief's"})
    page = editor.post(url, mine | {question.name: "mine"})
    (other,) = page.context["questions"]
    assert other.name != question.name
    editor.post(url, mine | {other.name: "mine"})
    story.refresh_from_db()
    assert story.headline == "His"


def test_times_sections_topics_and_countries_are_joined(opened, url, story, politics):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(
        url,
        hers | {"embargo_until_0": "2030-01-01", "embargo_until_1": "10:00:00", "countries": "KZ"},
    )
    editor.post(url, his | {"urgency": "2", "countries": "KG"})
    story.refresh_from_db()
    assert story.embargo_until.isoformat() == "2030-01-01T10:00:00+00:00"
    assert (story.urgency, set(story.countries)) == (2, {"KZ", "KG"})


def test_what_seldom_is_filled_in_is_joined_and_asked_about_as_well(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    video = "https://video.example/river"
    moment = {"developing_until_0": "2031-01-01", "developing_until_1": "12:00"}
    reporter.post(url, hers | moment | {"video_url": video})
    editor.post(url, his | {"kicker": "Flood"})
    story.refresh_from_db()
    assert (story.video_url, story.kicker) == (video, "Flood")
    assert f"{story.developing_until:%Y-%m-%d %H:%M}" == "2031-01-01 12:00"

    page = editor.post(url, his | {"video_url": "https://video.example/bridge"})
    assert [question.label for question in page.context["questions"]] == ["Video"]


def test_every_field_of_the_form_is_joined(opened, url):
    """A field that is not joined takes back in silence what somebody else saved."""
    _editor, his = opened("desk_editor")
    own = {name.removesuffix("_0").removesuffix("_1") for name in his if "-" not in name}
    joined = {*WHOLE, *MEMBERS, "body"}
    apart = {name for name in own if name.startswith("_")} | {"csrfmiddlewaretoken"}
    assert own - apart - joined == {"translation_key"}  # which stands in no version


def test_credits_of_both_stay(opened, url, story):
    one, other = (
        Contributor.objects.create(name=name, slug=name.lower()) for name in ("Aida", "Bek")
    )
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    row = {"bylines-TOTAL_FORMS": "2", "bylines-1-role": "author", "bylines-1-position": "1"}
    reporter.post(url, hers | row | {"bylines-1-contributor": one.pk})
    page = editor.post(url, his | row | {"bylines-1-contributor": other.pk, "bylines-1-id": ""})
    assert page.status_code == 302, page.context["errors"]
    assert set(story.bylines.values_list("contributor__name", flat=True)) == {
        "Mara Ellery", "Aida", "Bek",
    }  # fmt: skip


def test_a_credit_that_one_took_away_stays_away(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"bylines-0-DELETE": "on"})
    page = editor.post(url, his | {"kicker": "His"})
    assert page.status_code == 302, page.context["errors"]
    assert not story.bylines.exists()
    story.refresh_from_db()
    assert story.kicker == "His"


def test_captions_of_one_photo_that_both_wrote_are_asked_about(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    name = "story_photos-0-caption_override"
    reporter.post(url, hers | {name: "Her caption."})
    mine = his | {name: "His caption."}
    page = editor.post(url, mine)
    (question,) = page.context["questions"]
    assert question.label.startswith("Photos")
    editor.post(url, mine | {question.name: "theirs"})
    assert story.story_photos.get().caption_override == "Her caption."


def test_a_photo_that_one_took_away_and_the_other_captioned_is_asked_about(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"story_photos-0-caption_override": "Her caption."})
    mine = his | {"story_photos-0-DELETE": "on"}
    (question,) = editor.post(url, mine).context["questions"]
    editor.post(url, mine | {question.name: "theirs"})
    assert story.story_photos.get().caption_override == "Her caption."


def test_a_photo_that_the_other_added_stays(opened, url, story, photo):
    second = Photo.objects.get(pk=photo.pk)
    second.pk, second.sha256 = None, "f" * 64
    second.save()
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    hers |= {"story_photos-1-photo": second.pk, "story_photos-1-role": "gallery"}
    answer = reporter.post(url, hers)
    assert answer.status_code == 302, answer.context["errors"]
    answer = editor.post(url, his | {"story_photos-0-caption_override": "His caption."})
    assert answer.status_code == 302, answer.context["errors"]
    uses = {use.photo_id: use.caption_override for use in story.story_photos.all()}
    assert uses == {photo.pk: "His caption.", second.pk: ""}


def test_a_correction_of_the_library_in_between_is_no_second_person(opened, url, story, cast, now):
    """It puts what was last on air in as the newest version; the form never showed that."""
    publish(story, actor=cast.desk_editor, now=now)
    reporter, hers = opened("reporter")
    reporter.post(url, hers | {"headline": "Not on air yet"})
    editor, his = opened("desk_editor")
    story.refresh_from_db()
    republish(
        PublishedStory.objects.get(story=story), actor=cast.desk_editor, now=now, reason="A caption"
    )
    story.save()
    answer = editor.post(url, his | {"kicker": "His"})
    assert answer.status_code == 302
    story.refresh_from_db()
    assert (story.headline, story.kicker) == ("Not on air yet", "His")


def test_a_form_from_before_a_redaction_brings_nothing_back_unasked(opened, url, story, cast, now):
    editor, his = opened("desk_editor")
    later = story.changed_at.replace(year=story.changed_at.year + 1)
    asked = ask_redaction(
        story, actor=cast.service_chief, now=later, reason="Safety", passages=["second"]
    )
    carry_out_redaction(asked, actor=cast.administrator, now=later)
    page = editor.post(url, his | {"kicker": "His"})
    assert {one.label for one in page.context["questions"]} == {"Body", "Kicker"}
    story.refresh_from_db()
    assert "second" not in story.body


def test_a_refused_form_keeps_what_it_was_opened_on(opened, url, story):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"kicker": "Hers"})
    page = editor.post(url, his | {"headline": ""})
    again = sent_by(page.content.decode(), "story_form")
    assert (again["_base"], again["_page"]) == (his["_base"], his["_page"])
    editor.post(url, again | {"headline": "His"})
    story.refresh_from_db()
    assert (story.kicker, story.headline) == ("Hers", "His")


def test_a_form_sent_twice_is_one_version(opened, url, story):
    editor, his = opened("desk_editor")
    for _click in range(2):
        assert editor.post(url, his | {"headline": "Once"}).status_code == 302
    assert story.versions.count() == 2


def test_two_tabs_of_one_person_are_joined_like_two_people(opened, url, story):
    editor, one = opened("desk_editor")
    _same, other = opened("desk_editor")
    editor.post(url, one | {"headline": "From one tab"})
    editor.post(url, other | {"standfirst": "From the other"})
    story.refresh_from_db()
    assert (story.headline, story.standfirst) == ("From one tab", "From the other")


def test_another_newsroom_s_editor_learns_nothing_from_a_clash(opened, url, cast, log_in):
    reporter, hers = opened("reporter")
    reporter.post(url, hers | {"headline": "Hers and secret"})
    answer = log_in(cast.outsider).post(url, hers | {"headline": "His", "_stamp": "old"})
    assert answer.status_code == 302
    assert "secret" not in answer.content.decode()


def test_saving_throws_away_the_draft_of_that_form_alone(opened, url, story, cast, now):
    editor, his = opened("desk_editor")
    for page in (his["_page"], "another-tab-of-mine"):
        StoryDraft.objects.create(user=cast.desk_editor, story=story, page=page, kept_at=now)
    editor.post(url, his | {"kicker": "His"})
    rows = StoryDraft.objects.filter(is_saved=False)
    assert [draft.page for draft in rows] == ["another-tab-of-mine"]


@pytest.mark.parametrize("word", ["\u202egnippils", "👩‍👩‍👧 \U0001f1f0\U0001f1ff", "a\x07b"])
def test_odd_characters_clash_without_a_crash(opened, url, story, word):
    reporter, hers = opened("reporter")
    editor, his = opened("desk_editor")
    reporter.post(url, hers | {"headline": f"Hers {word}"})
    page = editor.post(url, his | {"headline": f"His {word}"})
    assert len(page.context["questions"]) == 1
