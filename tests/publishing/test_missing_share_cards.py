"""A story on air that lacks its share card gets it: one a round, and never against an order."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import PublishedStory, ShareCard
from articles.models.photo import public_storage
from articles.publishing import complete_cards as worker
from articles.publishing import missing_cards
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.notices import retire
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish

pytestmark = pytest.mark.usefixtures("letters")

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
EMOJI = "The river 🚨 rises"


def on_air(story):
    return PublishedStory.objects.get(story=story)


@pytest.fixture
def order(enforce):
    def make(**against):
        said = {"slug": "order", "kind": "withheld", "regions": ["GB"], "reach": "matched"}
        return enforce(**said | against)

    return make


@pytest.fixture
def old(make_story, now):
    """On air since before there were cards: nothing was ever due for it."""

    def make(headline="Old", age=DAY):
        story = make_story(headline=headline)
        publish(story, actor=SYSTEM, now=now - age)
        PublishedStory.objects.filter(pk=story.pk).update(share_card_due_at=None)
        return story

    return make


@pytest.fixture
def looks(monkeypatch):
    """Stories that the worker took to look at, one by one."""
    seen, take = [], worker._take

    def taken(row, now):
        seen.append(row.pk)
        return take(row, now)

    monkeypatch.setattr(worker, "_take", taken)
    return seen


def test_stories_from_before_there_were_cards_get_them_one_a_round_the_newest_first(old, now):
    stories = [old(f"Old {days}", days * DAY) for days in (3, 1, 2)]
    made = []
    for _round in range(3):
        assert complete_cards(now) == 1
        made += [one.headline for one in stories if on_air(one).share_card and one not in made]
    assert list(dict.fromkeys(made)) == ["Old 1", "Old 2", "Old 3"]
    assert all(public_storage().exists(on_air(one).share_card) for one in stories)
    assert complete_cards(now) == 0


def test_what_is_due_comes_before_what_is_missing(old, story, now):
    missing = old()
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    assert on_air(story).share_card
    assert not on_air(missing).share_card
    complete_cards(now)
    assert on_air(missing).share_card


def test_two_workers_do_not_make_the_same_one(old, now, monkeypatch):
    story, made = old(), worker.drawn

    def slowly(plan):
        monkeypatch.setattr(worker, "drawn", made)
        assert complete_cards(now) == 0
        return made(plan)

    monkeypatch.setattr(worker, "drawn", slowly)
    assert complete_cards(now) == 1
    assert ShareCard.objects.filter(story=story).count() == 1


def test_a_story_that_left_the_air_gets_none(old, cast, now):
    story = old()
    unpublish(story, actor=cast.service_chief, now=now)
    assert complete_cards(now + DAY) == 0
    assert not ShareCard.objects.exists()


def test_a_story_that_an_order_may_withhold_gets_none_and_is_not_looked_at_again(
    old, order, now, looks
):
    story = old()
    order(story=story, starts_at=now + 9 * DAY)
    for days in range(5):
        assert complete_cards(now + days * DAY) == 0
    assert looks == []
    assert on_air(story).share_card_due_at is None
    assert not ShareCard.objects.exists()


def test_an_order_approved_while_a_missing_card_is_drawn_is_obeyed(old, order, now, monkeypatch):
    story, made = old(), worker.drawn

    def slowly(plan):
        order(story=story)
        return made(plan)

    monkeypatch.setattr(worker, "drawn", slowly)
    assert complete_cards(now) == 0
    assert not ShareCard.objects.exists()
    monkeypatch.setattr(worker, "drawn", made)
    for hours in range(1, 60, 12):
        assert complete_cards(now + hours * HOUR) == 0
    assert not ShareCard.objects.exists()


@pytest.mark.parametrize("how", ["its end", "a decision"])
def test_when_the_order_is_over_the_card_comes_at_once(
    how, story, order, cast, now, django_capture_on_commit_callbacks
):
    publish(story, actor=SYSTEM, now=now)
    with django_capture_on_commit_callbacks(execute=True):
        notice = order(story=story, ends_at=now + 2 * DAY if how == "its end" else None)
    complete_cards(now)
    assert on_air(story).share_card_due_at is None
    later = now + 2 * DAY
    if how == "a decision":
        later = now + HOUR
        with django_capture_on_commit_callbacks(execute=True):
            retire(notice, actor=cast.legal_officer, now=later, reason="Lifted")
    assert complete_cards(later) == 1
    assert public_storage().exists(on_air(story).share_card)


def test_what_one_order_leaves_another_still_takes(old, order, enforce, cast, now, looks):
    story = old()
    first = order(story=story)
    enforce("second", kind="withheld", regions=["DE"], reach="matched", story=story)
    complete_cards(now)
    retire(first, actor=cast.legal_officer, now=now + HOUR, reason="Lifted")
    assert complete_cards(now + HOUR) == 0
    assert complete_cards(now + DAY) == 0
    assert looks == []


def test_a_headline_that_no_font_could_set_is_looked_at_again_when_the_fonts_are_others(
    make_story, now, monkeypatch, looks
):
    story = make_story(headline=EMOJI)
    publish(story, actor=SYSTEM, now=now)
    for days in range(5):
        assert complete_cards(now + days * DAY) == 0
    assert looks == [story.pk]
    monkeypatch.setattr(missing_cards, "fonts_known", lambda: (True, True, ("NotoEmoji.ttf", 1)))
    assert complete_cards(now + 5 * DAY) == 0
    assert looks == [story.pk] * 2
    monkeypatch.setattr(missing_cards, "fonts_known", lambda: (True, True, ("NotoEmoji.ttf", 2)))
    make_settable(monkeypatch)
    assert complete_cards(now + 6 * DAY + HOUR) == 1
    assert public_storage().exists(on_air(story).share_card)


@pytest.fixture
def machine(monkeypatch):
    """One of several workers, each with fonts of its own."""

    def make(number):
        monkeypatch.setattr(missing_cards, "fonts_known", lambda: (number,))

    return make


@pytest.mark.parametrize("turns", [(1, 2), (1, 1, 2), (1, 2, 3)])
def test_machines_with_different_fonts_try_the_same_headline_a_few_times_a_day(
    turns, make_story, now, machine, looks
):
    publish(make_story(headline=EMOJI), actor=SYSTEM, now=now)
    for hours in range(4 * 24):
        machine(turns[hours % len(turns)])
        assert complete_cards(now + hours * HOUR) == 0
    assert 4 <= len(looks) <= 4 * 2
    looks.clear()
    for number in turns * 5:
        machine(number)
        assert complete_cards(now + 4 * DAY) == 0
    assert len(looks) <= 2


@pytest.mark.parametrize("number", [1, 2])
def test_a_machine_that_is_left_alone_stops_trying(number, make_story, now, machine, looks):
    publish(make_story(headline=EMOJI), actor=SYSTEM, now=now)
    for other in (1, 2):
        machine(other)
        complete_cards(now)
    machine(number)
    for hours in range(0, 6 * 24, 5):
        assert complete_cards(now + hours * HOUR) == 0
    assert len(looks) <= 2 + 2
    assert PublishedStory.objects.get().share_card_refused == missing_cards.by_fonts()


def test_what_other_fonts_refused_is_set_at_once_by_the_machine_that_can(
    make_story, now, machine, monkeypatch
):
    story = make_story(headline=EMOJI)
    publish(story, actor=SYSTEM, now=now)
    machine(1)
    assert complete_cards(now) == 0
    machine(2)
    make_settable(monkeypatch)
    assert complete_cards(now) == 1
    assert on_air(story).share_card_refused == ""


def test_new_fonts_are_tried_a_day_later_where_two_machines_had_refused(
    make_story, now, machine, monkeypatch
):
    story = make_story(headline=EMOJI)
    publish(story, actor=SYSTEM, now=now)
    for number in (1, 2):
        machine(number)
        assert complete_cards(now) == 0
    machine(3)
    make_settable(monkeypatch)
    assert complete_cards(now + 23 * HOUR) == 0
    assert complete_cards(now + 25 * HOUR) == 1
    assert public_storage().exists(on_air(story).share_card)


def make_settable(monkeypatch):
    plan = worker.plan_for

    def with_a_glyph(row, now):
        row.headline = "The river rises"
        return plan(row, now)

    monkeypatch.setattr(worker, "plan_for", with_a_glyph)


def test_a_round_reads_few_rows_and_no_text_of_theirs(old, now, django_assert_num_queries):
    for number in range(missing_cards.FEW + 3):
        old(f"Old {number}")
    with django_assert_num_queries(2) as captured:
        found = missing_cards.missing_cards((), now)
    assert len(found) == missing_cards.FEW
    asked = " ".join(query["sql"] for query in captured)
    assert '"articles_story"' not in asked
    assert '"document"' not in asked


def test_a_card_is_found_behind_those_that_an_order_withholds(old, order, now, looks, monkeypatch):
    monkeypatch.setattr(missing_cards, "FEW", 2)
    free = old("Free", 9 * DAY)
    for number in range(3):
        order(slug=f"order-{number}", story=old(f"Old {number}"))
    assert complete_cards(now) == 1
    assert looks == [free.pk]


def test_a_look_at_an_archive_that_was_refused_reads_an_index_alone(
    make_story, old, order, english, now, looks
):
    for number in range(6):
        old(f"Old {number}")
    publish(make_story(headline=EMOJI), actor=SYSTEM, now=now)
    notice = order(topics=["none"])
    assert notice.pk
    for _round in range(8):
        complete_cards(now)
    PublishedStory.objects.filter(headline__startswith="Old").update(
        share_card="", share_card_refused=missing_cards.by_orders(worker.orders_known(now))
    )
    looks.clear()
    with CaptureQueriesContext(connection) as captured:
        assert complete_cards(now) == 0
    asked = [query["sql"] for query in captured if "share_card_refused" in query["sql"]]
    assert looks == []
    assert len(captured) == 3
    if connection.vendor == "sqlite":
        plans = [plan_of(sql) for sql in asked]
        assert sum(plan.count("published_card_missing") for plan in plans) == 4, plans
        assert not any("SCAN articles_publishedstory" in plan for plan in plans), plans


def plan_of(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(str(row) for row in cursor.fetchall())
