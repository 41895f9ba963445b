"""Two people save one story: what joins is joined, and what clashes is asked about."""

import pytest

from articles.admin.story_merge import MEMBERS, WHOLE
from tests.admin.sent import sent_by


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
