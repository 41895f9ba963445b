"""The database must suffice for all who may work at once: else a check says so."""

import pytest
from django.db import connection

from articles.checks.database import connections_suffice, most_connections


def ids(found):
    return [one.id for one in found]


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
