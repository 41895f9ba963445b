"""An edge hears of every change, in the end and in order, whatever it refuses meanwhile."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from articles.caching import edges, tags
from articles.models import CacheLedger, EdgePosition
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.sweep import tell_edges
from articles.publishing.unpublish import unpublish
from tests.caching.edges.telling import NAME, changed


def row():
    return EdgePosition.objects.get(name=NAME)


def test_an_edge_reads_on_from_its_own_position(edge, now):
    first = changed(now, "story-1", "front-en")
    assert edges.deliver(NAME, edge, now=now)
    second = changed(now, "story-2")
    assert edges.deliver(NAME, edge, now=now)
    assert edge.heard == [
        (["front-en", "story-1"], False, first.pk),
        (["story-2"], False, second.pk),
    ]
    assert edges.deliver(NAME, edge, now=now)
    assert len(edge.heard) == 2
    assert (row().position, row().accepted_at) == (second.pk, now)


def test_what_is_hard_goes_first_and_wins(edge, now):
    changed(now, "story-1", "front-en")
    last = changed(now, "front-en", hard=True)
    edges.deliver(NAME, edge, now=now)
    assert edge.heard == [(["front-en"], True, last.pk), (["story-1"], False, last.pk)]


def test_a_refusal_loses_nothing(edge, now):
    changed(now, "story-1")
    edge.refuses = True
    assert not edges.deliver(NAME, edge, now=now)
    assert (row().failures, row().last_error) == (1, "it answered 503 Busy")
    assert edges.behind(row()) == 1
    changed(now, "story-2")
    edge.refuses = False
    assert edges.deliver(NAME, edge, now=now)
    assert edge.heard[0][0] == ["story-1", "story-2"]
    assert (row().failures, row().last_error) == (0, "")


def test_tries_become_rare_but_never_where_the_law_waits(edge, now):
    changed(now, "story-1")
    edge.refuses = True
    waits = []
    for _try in range(9):
        edges.deliver(NAME, edge, now=now)
        waits.append((edges.due_at(row()) - now).total_seconds())
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    changed(now, tags.NOTICES)
    assert edges.due_at(row()) - now == timedelta(seconds=4)


def test_the_sweep_tries_when_it_is_due(edge, now):
    changed(now, "story-1")
    edge.refuses = True
    edges.deliver_due(now=now)
    edge.refuses = False
    assert edges.deliver_due(now=now + timedelta(seconds=0.4)) == 0
    assert edges.deliver_due(now=now + timedelta(seconds=0.6)) == 1


def test_what_was_accepted_is_said_once_more_a_second_later(edge, now):
    """For a page that was on its way to the edge when it heard of the change."""
    changed(now, "story-1", hard=True)
    edges.deliver_due(now=now)
    edges.deliver_due(now=now + timedelta(seconds=0.9))
    assert len(edge.heard) == 1
    for later in (1, 2, 3):
        edges.deliver_due(now=now + timedelta(seconds=later))
    assert edge.heard == [edge.heard[0]] * 2


def test_a_new_edge_hears_of_a_day(edge, now):
    changed(now - timedelta(days=2), "old-story")
    changed(now - timedelta(hours=2), "story-1")
    edges.deliver(NAME, edge, now=now)
    assert [heard[0] for heard in edge.heard] == [["story-1"]]


def test_after_a_long_absence_it_is_told_a_part_at_a_time(edge, now, monkeypatch):
    edges.row_of(NAME, now=now)
    made = [changed(now, f"story-{number}") for number in range(5)]
    monkeypatch.setattr(edges, "MOST_AT_ONCE", 2)
    assert edges.deliver(NAME, edge, now=now)
    assert [heard[2] for heard in edge.heard] == [made[1].pk, made[3].pk, made[4].pk]
    assert row().position == made[4].pk
    for second in range(1, 4):
        edges.deliver_due(now=now + timedelta(seconds=second))
    assert [heard[2] for heard in edge.heard[3:]] == [made[1].pk, made[3].pk, made[4].pk]
    assert row().repeated == row().position


def test_the_position_never_goes_back(edge, now):
    changed(now, "story-1")
    stale = edges.row_of(NAME, now=now)
    edges.deliver(NAME, edge, now=now)
    further = changed(now, "story-2")
    edges.deliver(NAME, edge, now=now)
    assert stale.position < further.pk == row().position


@pytest.mark.parametrize("verb", [kill, unpublish])
def test_what_must_not_be_read_any_more_is_purged_the_hard_way(edge, on_air, story, now, verb):
    verb(story, actor=SYSTEM, now=now, reason="wrong")
    entries = CacheLedger.objects.order_by("id")
    assert [entry.is_hard for entry in entries] == [False, True]


def test_changes_of_the_law_are_hard(edge, enforce):
    enforce("und", regions=["RU"])
    assert CacheLedger.objects.get(tags=[tags.NOTICES]).is_hard


def test_without_an_edge_the_sweep_asks_nothing(db, settings, django_assert_num_queries):
    settings.EDGE = []
    with django_assert_num_queries(0):
        assert tell_edges() == 0


def test_purging_by_hand_is_a_change_like_any_other(edge, now, capsys):
    call_command("purge", "story-1", "front-en", "--hard")
    entry = CacheLedger.objects.get()
    assert (entry.tags, entry.is_hard) == (["front-en", "story-1"], True)
    assert edge.heard == [(["front-en", "story-1"], True, entry.pk)]
    assert f"{NAME}: accepted" in capsys.readouterr().out
    with pytest.raises(CommandError, match="“Story 1” is no tag"):
        call_command("purge", "story-2", "Story 1")
    assert CacheLedger.objects.count() == 1
    call_command("purge", tags.topic("en", "Water"))  # a slug may have capitals
    assert CacheLedger.objects.count() == 2


def test_the_ledger_is_told_in_words(edge, now, capsys):
    edges.row_of(NAME, now=now)
    entry = changed(now, "story-1", hard=True)
    call_command("ledger")
    said = capsys.readouterr().out
    assert f"{entry.pk}\t2026-02-01 12:00:00 UTC\thard\tstory-1\n" in said
    assert f"head {entry.pk}\n" in said
    assert "It is 1 change behind." in said
    edge.refuses = True
    edges.deliver(NAME, edge, now=now)
    call_command("ledger", "--newest", "0")
    said = capsys.readouterr().out
    assert "story-1" not in said
    assert "Last try: it answered 503 Busy." in said
