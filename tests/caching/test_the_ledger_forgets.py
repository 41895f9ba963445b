"""What every cache heard of a week ago goes from the ledger, and nothing else does."""

from datetime import timedelta

import pytest
from django.db import transaction

from articles.caching import ledger
from articles.caching.forgetting import forget_old
from articles.models import CacheLedger, EdgePosition
from articles.publishing.sweep import JOBS, sweep

EDGE = "varnish http://127.0.0.1:9"


@pytest.fixture
def written(db, now):
    """Ids of entries that are 30, 20, 10, 5 and 0 days old."""

    def write(days):
        with transaction.atomic():
            return ledger.write(["story-1"], now=now - timedelta(days=days)).pk

    return [write(days) for days in (30, 20, 10, 5, 0)]


def kept():
    return list(CacheLedger.objects.order_by("id").values_list("id", flat=True))


def test_old_entries_go_with_the_sweep(written, now):
    assert forget_old in JOBS
    sweep(now)
    assert kept() == written[3:]
    assert forget_old(now) == 0


def test_the_newest_stays_for_every_cache_stands_on_it(written, now):
    later = now + timedelta(days=100)
    forget_old(later)
    assert kept() == written[4:]
    assert ledger.read_on(written[4]) == (written[4], set())


@pytest.mark.parametrize("stands", [{"position": 2, "repeated": 1}, {"position": 1, "repeated": 2}])
def test_what_an_edge_has_not_accepted_twice_stays(written, now, settings, stands):
    settings.EDGE = [EDGE]
    at = {name: written[number] for name, number in stands.items()}
    EdgePosition.objects.create(name=EDGE, **at)
    forget_old(now)
    assert kept() == written[1:]


def test_an_edge_that_is_configured_no_more_holds_nothing_back(written, now):
    EdgePosition.objects.create(name=EDGE)
    forget_old(now)
    assert kept() == written[3:]


def test_some_at_a_time(written, now, monkeypatch):
    monkeypatch.setattr("articles.caching.forgetting.MOST_AT_ONCE", 2)
    assert forget_old(now) == 2
    assert forget_old(now) == 1
    assert kept() == written[3:]


def test_a_ledger_without_old_entries_costs_one_query(now, db, django_assert_num_queries):
    with transaction.atomic():
        ledger.write(["story-1"], now=now)
    with django_assert_num_queries(1):
        assert forget_old(now) == 0
