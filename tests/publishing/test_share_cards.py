"""A story's share card follows what readers may see of it, and goes when they may not."""

from datetime import timedelta

import pytest

from articles.imaging.cards import bidi
from articles.models import CacheLedger, Photo, PublishedStory, ShareCard, StoryVersion
from articles.models.photo import public_storage
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.correct import correct
from articles.publishing.kill import kill
from articles.publishing.kill_photo import kill_photo
from articles.publishing.protect_photo import protect
from articles.publishing.publish import publish
from articles.publishing.redact import ask_redaction, carry_out_redaction
from articles.publishing.republish import republish
from articles.publishing.sweep import sweep
from articles.publishing.tidy_files import tidy_folder
from articles.publishing.unpublish import unpublish

pytestmark = pytest.mark.usefixtures("letters")

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def on_air(story):
    return PublishedStory.objects.get(story=story)


def is_there(name):
    return public_storage().exists(name)


@pytest.fixture
def carded(story, now):
    """On air, with its card; returns the file's name."""
    publish(story, actor=SYSTEM, now=now)
    assert complete_cards(now) == 1
    return on_air(story).share_card


def test_the_page_is_there_first_and_the_worker_makes_its_card(story, now):
    publish(story, actor=SYSTEM, now=now)
    assert (on_air(story).share_card, on_air(story).share_card_due_at) == ("", now)
    sweep(now)
    row = on_air(story)
    assert is_there(row.share_card)
    assert row.share_card_due_at is None
    assert ShareCard.objects.get().file == row.share_card


def test_it_makes_no_version_and_no_news_of_the_story(story, carded, now):
    row = on_air(story)
    assert StoryVersion.objects.filter(story=story).count() == 1
    assert row.revised_at == row.published_at == now
    assert f"story-{story.pk}" in str(CacheLedger.objects.order_by("-pk").first().tags)


def test_it_is_made_once(story, carded, now):
    assert complete_cards(now + DAY) == 0
    republish(on_air(story), actor=SYSTEM, now=now + HOUR, reason="A caption was mended")
    assert on_air(story).share_card == carded
    assert complete_cards(now + DAY) == 0


def test_a_new_headline_has_a_new_card_and_pages_in_hand_keep_theirs_for_a_day(
    story, carded, cast, now
):
    story.headline = "The river falls"
    story.save()
    publish(story, actor=SYSTEM, now=now + HOUR)
    assert on_air(story).share_card == ""
    complete_cards(now + HOUR)
    assert on_air(story).share_card != carded
    assert is_there(carded)
    assert tidy_folder(carded[:2], now + 5 * HOUR) == 0
    # Files are aged by the clock of the machine.
    ShareCard.objects.filter(file=carded).delete()
    from django.utils import timezone

    assert tidy_folder(carded[:2], timezone.now() + 2 * DAY) >= 1
    assert not is_there(carded)
    assert is_there(on_air(story).share_card)


@pytest.mark.parametrize("verb", [kill, unpublish])
def test_a_withdrawn_story_has_no_card_on_disk_nor_at_an_edge(
    verb, story, carded, cast, now, django_capture_on_commit_callbacks
):
    story.headline = "Second words"
    story.save()
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    second = on_air(story).share_card
    with django_capture_on_commit_callbacks(execute=True):
        verb(story, actor=cast.service_chief, now=now + HOUR, reason="An order")
    assert not is_there(carded)
    assert not is_there(second)
    assert not ShareCard.objects.exists()
    said = " ".join(str(row.tags) for row in CacheLedger.objects.filter(is_hard=True))
    for name in (carded, second):
        assert name.partition("/")[2].partition(".")[0] in said or name in said
    assert complete_cards(now + DAY) == 0


def test_a_card_that_is_being_made_when_its_story_is_killed_is_not_kept(
    story, cast, now, monkeypatch
):
    from articles.publishing import complete_cards as module

    publish(story, actor=SYSTEM, now=now)
    made = module.drawn

    def slowly(plan):
        kill(story, actor=cast.service_chief, now=now, reason="An order")
        return made(plan)

    monkeypatch.setattr(module, "drawn", slowly)
    assert complete_cards(now) == 0
    assert on_air(story).share_card == ""
    assert not ShareCard.objects.exists()


def test_a_redacted_headline_is_in_no_file(
    story, carded, cast, now, django_capture_on_commit_callbacks
):
    asked = ask_redaction(
        story, actor=cast.service_chief, now=now, reason="A court", passages=["river"]
    )
    with django_capture_on_commit_callbacks(execute=True):
        carry_out_redaction(asked, actor=cast.administrator, now=now)
    assert not is_there(carded)
    assert on_air(story).share_card == ""
    complete_cards(now)
    assert is_there(on_air(story).share_card)


def test_a_killed_photo_leaves_the_card(
    story, photo, carded, cast, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        kill_photo(photo, actor=cast.photo_editor, now=now, reason="The family asks for it")
    assert not is_there(carded)
    complete_cards(now)
    assert is_there(on_air(story).share_card)


def test_rights_that_end_take_the_card_with_them(
    story, photo, now, django_capture_on_commit_callbacks
):
    Photo.objects.filter(pk=photo.pk).update(rights_end_at=now + HOUR)
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    with_photo = on_air(story).share_card
    with django_capture_on_commit_callbacks(execute=True):
        sweep(now + HOUR)
    assert not is_there(with_photo)
    sweep(now + HOUR)
    assert is_there(on_air(story).share_card)


def test_people_at_risk_leave_the_card_at_once(
    story, photo, carded, cast, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        protect(photo, people_at_risk=True, blurred_areas=[], actor=cast.photo_editor, now=now)
    assert not is_there(carded)
    assert complete_cards(now) == 1
    assert is_there(on_air(story).share_card)


def test_a_photo_that_may_not_be_changed_is_not_written_on(story, photo, now):
    Photo.objects.filter(pk=photo.pk).update(
        rights_basis="creative_commons", licence="cc-by-nd", creator="A", credit="A (CC BY-ND 4.0)"
    )
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    with public_storage().open(on_air(story).share_card) as file:
        assert b"CC BY-ND" not in file.read()


def test_a_withheld_story_has_no_card_anywhere(
    story, carded, enforce, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        enforce("order", kind="withheld", regions=["GB"], story=story, reach="matched")
        sweep(now)
    assert not is_there(carded)
    assert on_air(story).share_card == ""
    assert complete_cards(now + 2 * DAY) == 0


def test_an_order_that_is_still_to_come_is_known(story, enforce, now):
    enforce(
        "order", kind="withheld", regions=["GB"], story=story, reach="matched",
        starts_at=now + 2 * DAY,
    )  # fmt: skip
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    assert on_air(story).share_card == ""


def test_an_order_against_a_section_or_a_service_reaches_their_cards(
    story, make_story, carded, enforce, politics, now
):
    other = make_story(headline="Elsewhere", section=None)
    publish(other, actor=SYSTEM, now=now)
    complete_cards(now)
    notice = enforce("unrelated", regions=["GB"])
    assert notice.pk
    assert on_air(story).share_card_due_at is None
    from articles.publishing import withheld_cards
    from articles.vocabularies import TargetDimension

    class Order:
        def target(self, dimension):
            from articles.legal.rules import Target

            wanted = {TargetDimension.SECTION.value: Target(frozenset({politics.slug}))}
            return wanted.get(dimension, Target())

    found = PublishedStory.objects.filter(withheld_cards.may_concern(Order()))
    assert [row.pk for row in found] == [story.pk]


def test_breaking_is_said_as_long_as_it_is(story, now, django_capture_on_commit_callbacks):
    story.breaking_until = now + HOUR
    story.save()
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    row = on_air(story)
    assert row.share_card_due_at == now + HOUR
    with django_capture_on_commit_callbacks(execute=True):
        assert complete_cards(now + HOUR) == 1
    assert on_air(story).share_card != row.share_card
    assert on_air(story).share_card_due_at is None
    assert not is_there(row.share_card)


def test_what_no_font_has_leaves_the_page_with_the_bare_photo(make_story, now):
    story = make_story(headline="The river 🚨 rises")
    publish(story, actor=SYSTEM, now=now)
    assert complete_cards(now) == 0
    assert on_air(story).share_card == ""
    assert on_air(story).share_card_due_at is None


def test_so_does_a_machine_that_cannot_order_right_to_left_text(
    make_story, persian, now, monkeypatch
):
    monkeypatch.setattr(bidi, "library", lambda: None)
    story = make_story(persian, headline="رود")
    publish(story, actor=SYSTEM, now=now)
    assert complete_cards(now) == 0
    assert on_air(story).share_card == ""


def test_a_storage_that_is_away_is_tried_again_and_keeps_nobody_else(
    story, make_story, now, monkeypatch
):
    from articles.publishing import complete_cards as module

    publish(story, actor=SYSTEM, now=now)
    other = make_story(headline="Elsewhere", section=None)
    publish(other, actor=SYSTEM, now=now)
    made = module.drawn

    def failing(plan):
        if plan.ground:
            raise OSError("away")
        return made(plan)

    monkeypatch.setattr(module, "drawn", failing)
    assert complete_cards(now) == 1
    assert on_air(other).share_card
    assert on_air(story).share_card_due_at == now + module.RETRY


def test_two_stories_with_the_same_words_have_files_of_their_own(make_story, now):
    names = set()
    for _number in range(2):
        one = make_story()
        publish(one, actor=SYSTEM, now=now)
        complete_cards(now)
        names.add(on_air(one).share_card)
    assert len(names) == 2


def test_what_comes_back_on_air_has_its_card_again(story, carded, cast, now):
    unpublish(story, actor=cast.service_chief, now=now)
    publish(story, actor=SYSTEM, now=now + HOUR)
    assert complete_cards(now + HOUR) == 1
    assert is_there(on_air(story).share_card)


def test_a_correction_keeps_the_card(story, carded, cast, now):
    correct(story, actor=cast.desk_editor, now=now, text="A name was misspelt.")
    publish(story, actor=SYSTEM, now=now + HOUR)
    assert on_air(story).share_card == carded
