"""What leaves a story leaves its entries, its cards on fronts, its photos' captions; no more."""

from datetime import timedelta

import pytest

from articles.models import Front, KeptEntry, KeptWords, LiveEntry, PhotoText, PublishedStory
from articles.publishing.front_slots import Slot, content_of
from articles.publishing.keep_draft import Typed, keep_draft
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.publish import publish
from articles.publishing.redact import ask_redaction, carry_out_redaction
from articles.publishing.refusals import WrongState
from tests.live import go_live, post


@pytest.fixture
def redact(cast, now):
    def do(story, *passages, photo=None, instead="█"):
        asked = ask_redaction(
            story, actor=cast.service_chief, now=now, reason="A danger.",
            passages=list(passages), photo=photo, instead=instead,
        )  # fmt: skip
        return carry_out_redaction(asked, actor=cast.legal_officer, now=now)

    return do


@pytest.fixture
def entry(story, now):
    story.story_type = "live"
    story.save()
    return LiveEntry.objects.create(
        story=story, headline="Stan speaks", text="Stan Kovac says so.", changed_at=now,
        photo=story.story_photos.get().photo,
    )  # fmt: skip


def test_terms_of_ours_are_no_words(story, english, redact, now, cast):
    slots = [Slot(story=story.pk, size="standard", headline="Stan speaks again")]
    front = Front.objects.create(service=english, draft=content_of(slots))
    story.story_type = "analysis"
    story.headline = "Ana and Stan speak"
    story.save()
    publish(story, actor=cast.desk_editor, now=now)
    redact(story, "Stan", "Ana", "Lea")
    on_air = PublishedStory.objects.get()
    assert (on_air.story_type, on_air.headline) == ("analysis", "█ and █ speak")
    assert on_air.document["lead"]
    front.refresh_from_db()
    (card,) = front.draft
    assert (card["size"], card["picture"], card["headline"]) == (
        "standard",
        "own",
        "█ speaks again",
    )


def test_only_cards_of_the_story_are_looked_through(story, make_story, english, redact):
    other = make_story(headline="Stan elsewhere")
    front = Front.objects.create(
        service=english, draft=content_of([Slot(story=other.pk, headline="Stan elsewhere")])
    )
    redact(story, "Stan")
    front.refresh_from_db()
    assert front.draft[0]["headline"] == "Stan elsewhere"


def test_whoever_has_a_front_or_an_entry_open_is_told(story, english, entry, redact):
    slots = [Slot(story=story.pk, headline="Stan speaks again")]
    front = Front.objects.create(service=english, draft=content_of(slots))
    redact(story, "Stan Kovac", "Stan")
    front.refresh_from_db()
    entry.refresh_from_db()
    assert front.edits == 1
    assert (entry.number, entry.text, entry.headline) == (1, "█ says so.", "█ speaks")


def test_a_photo_leaves_entries_and_cards(story, english, entry, redact, now):
    photo = entry.photo
    slots = [Slot(story=story.pk, picture=str(photo.pk))]
    front = Front.objects.create(service=english, draft=content_of(slots))
    redact(story, photo=photo)
    front.refresh_from_db()
    entry.refresh_from_db()
    assert entry.photo is None
    assert front.draft[0]["picture"] == "own"


def test_the_captions_of_its_photos_say_it_no_more_on_any_page(
    story, make_story, photo, redact, now, cast
):
    PhotoText.objects.filter(photo=photo).update(caption="Stan Kovac at home.")
    other = make_story(
        headline="Another", body=f'<p>x</p><figure data-photo="{photo.pk}"></figure>'
    )
    for one in (story, other):
        publish(one, actor=cast.desk_editor, now=now)
    assert "Kovac" in str(PublishedStory.objects.get(story=other).document)
    redact(story, "Stan Kovac")
    for one in (story, other):
        assert "Kovac" not in str(PublishedStory.objects.get(story=one).document)


def test_a_form_from_before_keeps_no_draft_with_it(story, redact, cast, now):
    stamp = (now - timedelta(hours=1)).isoformat()
    redact(story, "Stan Kovac")
    typed = Typed(page="12345678", fields={"body": ["Stan Kovac"]}, stamp=stamp)
    with pytest.raises(WrongState, match="taken out"):
        keep_draft(typed, story, actor=cast.reporter, now=now)


def test_what_stands_instead_may_be_longer_than_there_is_room(story, redact):
    story.headline = "Stan " * 49
    story.save()
    redact(story, "Stan", instead="a name that we do not print here")
    story.refresh_from_db()
    assert len(story.headline) == 250


@pytest.fixture
def shared(story, make_story, photo, cast, now):
    """Two stories with one photo, both on air; what their pages said was kept."""
    PhotoText.objects.filter(photo=photo).update(caption="Stan Kovac at home.", alt_text="Stan.")
    body = f'<p>Stan is elsewhere.</p><figure data-photo="{photo.pk}"></figure>'
    other = make_story(headline="Another", body=body)
    for one in (story, other):
        publish(one, actor=cast.desk_editor, now=now)
    return other


def test_pages_of_before_say_it_no_more_nor_do_those_of_others_of_the_same_photo(
    story, shared, photo, redact
):
    redact(story, "Stan Kovac", "Stan")
    for kept in KeptWords.objects.all():
        assert "Stan" not in str(kept.words)
    assert "Stan" in shared.versions.first().content["body"]  # another story's own matter


def test_names_of_the_library_leave_pages_of_before(story, redact, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    assert "Mara Ellery" in str(KeptWords.objects.get().words)
    redact(story, "Mara Ellery")
    assert "Ellery" not in str(KeptWords.objects.order_by("pk").first().words)


def test_a_photo_leaves_pages_of_before_of_this_story_alone(story, shared, photo, redact):
    redact(story, photo=photo)
    for kept in KeptWords.objects.filter(version__story=story):
        assert kept.words["photos"] == {}
    (kept,) = KeptWords.objects.filter(version__story=shared)[:1]
    assert str(photo.pk) in kept.words["photos"]


def test_entries_of_before_say_it_no_more(story, photo, redact, cast, now):
    PhotoText.objects.filter(photo=photo).update(caption="Stan Kovac at home.")
    go_live(story, now)
    posted = post(story, "Stan speaks.", headline="Stan", photo=photo, now=now)
    remove_entry(posted, actor=cast.desk_editor, now=now, reason="x", note="Stan asked for it.")
    redact(story, "Stan Kovac", "Stan")
    assert KeptEntry.objects.count() == 2
    assert "Stan" not in str(list(KeptEntry.objects.values()))


def test_a_photo_leaves_entries_of_before(story, photo, redact, now):
    go_live(story, now)
    post(story, "Somebody speaks.", photo=photo, now=now)
    redact(story, photo=photo)
    assert {one.document["photo"] for one in KeptEntry.objects.all()} == {None}
