"""Two people change a story's credits and photos: nothing is lost."""

from articles.models import (
    Contributor,
    Photo,
)


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
