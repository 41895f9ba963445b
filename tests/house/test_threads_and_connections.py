"""Threads must suffice for hits, and the database for those who work: else a check says so."""

import pytest
from django.db import connection

from articles.checks.configuration import hits_find_a_thread
from articles.checks.database import connections_suffice, most_connections


def ids(found):
    return [one.id for one in found]


@pytest.mark.parametrize(("threads", "said"), [(25, []), (24, ["newsroom.E020"])])
def test_slow_requests_leave_a_thread_to_hits(threads, said, settings):
    settings.PAGE_CACHE_BYTES, settings.WEB_THREADS = 1, threads
    assert ids(hits_find_a_thread()) == said


def test_threads_do_not_count_for_connections_but_without_a_page_cache(settings):
    settings.WEB_PROCESSES, settings.WEB_THREADS, settings.EDGE = 3, 500, []
    settings.PAGE_CACHE_BYTES = 1
    assert most_connections() == 3 * (4 + 8 + 2)
    settings.PAGE_CACHE_BYTES = 0
    assert most_connections() == 3 * 502


@pytest.mark.parametrize(("processes", "said"), [(2, []), (1000, ["newsroom.W021"])])
def test_more_connections_than_the_database_gives_are_warned_of(processes, said, settings, db):
    settings.PAGE_CACHE_BYTES, settings.WEB_PROCESSES = 1, processes
    expected = said if connection.vendor == "postgresql" else []
    assert ids(connections_suffice(databases=["default"])) == expected


def test_without_a_database_at_hand_nothing_is_asked(settings):
    assert connections_suffice(databases=None) == []
