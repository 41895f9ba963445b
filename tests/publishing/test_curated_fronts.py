"""A front is arranged in a draft, and put on air by a verb; nobody's work is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from articles.models import (
    CacheLedger,
    EditorialLog,
    Front,
    FrontVersion,
    Placement,
    PublishedFront,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.front_slots import MOST_LINKS, MOST_SLOTS, Slot, slots_of
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.put_front_on_air import put_front_back, put_front_on_air
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.save_front import save_front, take_up_front
from articles.publishing.unpublish import unpublish

HOUR = timedelta(hours=1)


@pytest.fixture
def stories(make_story, now):
    made = [make_story(headline=f"Story {number}") for number in range(4)]
    for number, story in enumerate(made):
        publish(story, actor=SYSTEM, now=now - number * HOUR)
    return made


@pytest.fixture
def arrange(english, cast, now):
    def save(slots, *, seen=0, actor=cast.desk_editor, section=None):
        return save_front(english, section, slots, seen=seen, actor=actor, now=now)

    return save


@pytest.fixture
def on_air(arrange, stories, cast, now):
    """Two cards; under the first a link, and a headline of its own."""
    slots = [
        Slot(stories[2].pk, "lead", "Seen another way", also=(stories[3].pk,)),
        Slot(stories[1].pk, "large"),
    ]
    front = arrange(slots).front
    put_front_on_air(front, seen=front.edits, actor=cast.desk_editor, now=now)
    return front


def shown():
    return [card["story"] for card in PublishedFront.objects.get().document["cards"]]


def test_a_draft_is_nobodys_to_read_before_it_is_put_on_air(arrange, stories, cast, now):
    front = arrange([Slot(stories[0].pk)]).front
    assert not PublishedFront.objects.exists()
    put_front_on_air(front, seen=1, actor=cast.desk_editor, now=now)
    assert shown() == [stories[0].pk]
    assert PublishedFront.objects.get().leads == [[stories[0].pk, None]]
    entry = EditorialLog.objects.filter(noun="front").get()
    assert (entry.verb, entry.details["version"]) == ("publish", 1)
    assert set(CacheLedger.objects.last().tags) == {"front-en", "world"}


def test_who_does_not_lead_the_world_page_anew_leaves_it_alone(on_air, arrange, stories, cast, now):
    front = arrange([*slots_of(on_air.draft), Slot(stories[0].pk)], seen=1).front
    slots = slots_of(front.draft)
    put_front_on_air(front, seen=2, actor=cast.desk_editor, now=now)
    slots[0] = replace(slots[0], headline="Third wording")
    front = arrange(slots, seen=2).front
    put_front_on_air(front, seen=3, actor=cast.desk_editor, now=now)
    assert CacheLedger.objects.last().tags == ["front-en"]


def test_two_editors_lose_nothing(on_air, arrange, stories, cast, now):
    theirs = arrange([Slot(stories[0].pk)], seen=1, actor=cast.service_chief).front
    mine = arrange([Slot(stories[1].pk)], seen=1)
    assert mine.beside.content[0]["story"] == stories[1].pk
    assert mine.front.draft == theirs.draft
    assert arrange([Slot(stories[1].pk)], seen=1).beside == mine.beside  # sent twice
    with pytest.raises(WrongState, match="changed this front"):
        put_front_on_air(mine.front, seen=1, actor=cast.desk_editor, now=now)
    number = mine.beside.number
    front = take_up_front(mine.front, number, seen=2, actor=cast.desk_editor, now=now)
    assert [slot["story"] for slot in front.draft] == [stories[1].pk]
    kept = FrontVersion.objects.filter(kind="saved").exclude(number=number).get()
    assert kept.content == theirs.draft


def test_an_earlier_front_comes_back_and_the_draft_stays(on_air, arrange, stories, cast, now):
    front = arrange([Slot(stories[0].pk)], seen=1).front
    put_front_on_air(front, seen=2, actor=cast.desk_editor, now=now)
    assert shown() == [stories[0].pk]
    put_front_back(front, 1, actor=cast.desk_editor, now=now + HOUR)
    assert shown() == [stories[2].pk, stories[1].pk]
    front.refresh_from_db()
    assert [slot["story"] for slot in front.draft] == [stories[0].pk]
    assert PublishedFront.objects.get().renewed_at == now + HOUR
    with pytest.raises(WrongState):
        put_front_back(front, 99, actor=cast.desk_editor, now=now)


def test_a_killed_story_leaves_fronts_drafts_and_words_behind_it(on_air, stories, cast, now):
    kill(stories[2], actor=cast.service_chief, now=now, reason="Wrong")
    row = PublishedFront.objects.get()
    assert shown() == [stories[1].pk]
    assert "Seen another way" not in str(row.document)
    assert not Placement.objects.filter(story__in=stories[2:]).exists()
    front = Front.objects.get()
    assert "Seen another way" not in str(front.draft)
    assert front.edits == on_air.edits + 1  # whoever arranges it is told
    put_front_back(front, 1, actor=cast.desk_editor, now=now)
    assert shown() == [stories[1].pk]


def test_a_link_under_a_card_is_killed_alone(on_air, stories, cast, now):
    kill(stories[3], actor=cast.service_chief, now=now, reason="Wrong")
    assert PublishedFront.objects.get().document["cards"][0]["also"] == []
    assert shown() == [stories[2].pk, stories[1].pk]


def test_what_is_taken_down_leaves_the_front_and_stays_in_the_draft(on_air, stories, cast, now):
    unpublish(stories[2], actor=cast.desk_editor, now=now)
    assert shown() == [stories[1].pk]
    assert len(Front.objects.get().draft) == 2


def test_a_pin_that_is_over_is_not_put_on_air(arrange, stories, cast, now):
    slots = [Slot(stories[0].pk, until=(now - HOUR).isoformat()), Slot(stories[1].pk)]
    front = arrange(slots).front
    put_front_on_air(front, seen=1, actor=cast.desk_editor, now=now)
    assert shown() == [stories[1].pk]


def test_an_empty_front_is_recencys_again(on_air, arrange, cast, now):
    front = arrange([], seen=1).front
    put_front_on_air(front, seen=2, actor=cast.desk_editor, now=now)
    assert not PublishedFront.objects.exists()
    put_front_back(front, 1, actor=cast.desk_editor, now=now)
    assert PublishedFront.objects.exists()


def test_only_the_desk_of_the_own_newsroom_arranges(on_air, arrange, stories, cast, now):
    for actor in (cast.outsider, cast.reporter, cast.photo_editor, cast.legal_officer):
        with pytest.raises(NotAllowed):
            arrange([Slot(stories[0].pk)], seen=1, actor=actor)
        with pytest.raises(NotAllowed):
            put_front_on_air(on_air, seen=1, actor=actor, now=now)
        with pytest.raises(NotAllowed):
            put_front_back(on_air, 1, actor=actor, now=now)
        with pytest.raises(NotAllowed):
            take_up_front(on_air, 1, seen=1, actor=actor, now=now)


def test_stories_of_others_and_nonsense_are_refused_with_a_sentence(
    arrange, stories, make_story, persian, now
):
    theirs = publish(make_story(service=persian, headline="رود"), actor=SYSTEM, now=now)
    first = stories[0].pk
    many = [Slot(number) for number in range(1, MOST_SLOTS + 2)]
    for slots in (
        [Slot(theirs.pk)],
        [Slot(first, also=(theirs.pk,))],
        [Slot(first), Slot(first)],
        [Slot(first, size="huge")],
        [Slot(first, crop="9x16")],
        [Slot(first, picture="<b>")],
        [Slot(first, picture="9" * 40)],
        [Slot(first, picture="999999")],
        [Slot(first, headline="x" * 251)],
        [Slot(first, also=tuple(range(10**6, 10**6 + MOST_LINKS + 1)))],
        [Slot(10**9)],
        many,
    ):
        with pytest.raises(WrongState):
            arrange(slots)
    assert not Front.objects.filter(edits__gt=0).exists()


def test_a_picture_that_may_not_be_shown_keeps_a_front_off_the_air(
    arrange, stories, photo, cast, now
):
    front = arrange([Slot(stories[0].pk, picture=str(photo.pk))]).front
    photo.credit = ""
    photo.save()
    with pytest.raises(NotFit, match="credit"):
        put_front_on_air(front, seen=1, actor=cast.desk_editor, now=now)
    assert not PublishedFront.objects.exists()
