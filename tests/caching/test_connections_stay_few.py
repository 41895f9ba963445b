"""Threads are many, connections few: one to look at the ledger, and one for each who works."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.db.backends.signals import connection_created

from articles.caching.lending import Borrower, Lending, lending
from articles.caching.watch import watch
from articles.models import LanguageService
from articles.pages import standing

READERS = 8


@pytest.fixture
def opened():
    """Every connection that is opened from here on."""
    made = []

    def note(sender, connection, **_rest):
        made.append(connection)

    connection_created.connect(note)
    yield made
    connection_created.disconnect(note)


@pytest.fixture
def lender():
    one = Lending()
    yield one
    one.close()


def one_after_another(work, times=READERS):
    """Each in a thread of its own, all of them alive until the last is done."""
    with ThreadPoolExecutor(times, initializer=threading.Barrier(times).wait) as pool:
        start = threading.Barrier(times)
        turn = threading.Lock()

        def in_turn():
            start.wait()
            with turn:
                return work()

        return [future.result() for future in [pool.submit(in_turn) for _ in range(times)]]


def lose(opened):
    """As when a database server ends and starts again: whoever comes next finds out."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no server that could end a connection")
    with connection.cursor() as cursor:
        for one in opened:
            cursor.execute("SELECT pg_terminate_backend(%s)", [one.connection.info.backend_pid])
    opened.clear()


def count_services():
    return LanguageService.objects.count()


@pytest.mark.django_db(transaction=True)
def test_readers_in_all_threads_look_through_one_connection(site, url, opened):
    page = site.get(url)

    def read():
        watch.due_at = watch._late_at = 0.0
        return site.get(url)

    assert one_after_another(read) == [page] * READERS
    assert len(opened) == 1
    assert not watch.is_away


@pytest.mark.django_db(transaction=True)
def test_a_look_after_a_lost_connection_opens_another(site, url, opened):
    site.get(url)
    lose(opened)

    def read():
        watch.due_at = watch._late_at = 0.0
        return site.get(url).status

    assert one_after_another(read) == [200] * READERS
    assert len(opened) == 1
    assert not watch.is_away


@pytest.mark.django_db(transaction=True)
def test_changed_law_is_read_by_whichever_reader_comes_through_one_connection(english, now, opened):
    def read():
        standing._memory.standing = None
        return list(standing.get(now).services)

    assert one_after_another(read) == [["en"]] * READERS
    assert len(opened) == 2  # this and the one that looks


def test_in_a_transaction_a_thread_looks_through_its_own(english, opened):
    watch.look()
    assert opened == []


def test_a_verb_that_failed_half_way_does_not_make_the_database_count_as_away(english):
    watch.look()
    watch.due_at = watch._late_at = 0.0
    with transaction.atomic():
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT no_such_column FROM articles_cacheledger")
        transaction.set_rollback(True)
        watch.look()
        assert connection.connection is not None
        assert not watch.is_away
    watch.look()
    assert not watch.is_away


@pytest.mark.django_db(transaction=True)
def test_requests_one_after_another_share_a_connection_whatever_their_threads(
    english, opened, make_site
):
    from django.core.handlers.wsgi import WSGIHandler

    site = make_site(application=Borrower(WSGIHandler()))
    pages = iter(["/en/", "/", "/en/place/", "/readyz"] * 2)
    assert one_after_another(lambda: site.get(next(pages)).status) == [200] * READERS
    assert len(opened) <= 2


@pytest.mark.django_db(transaction=True)
def test_as_many_as_work_at_once_and_no_more(english, opened, lender):
    at_work = threading.Barrier(3)

    def work():
        with lender.borrowed():
            at_work.wait(5)
            return count_services()

    for _again in range(3):
        with ThreadPoolExecutor(3) as pool:
            assert [one.result() for one in [pool.submit(work) for _ in range(3)]] == [1] * 3
    assert len(opened) == 3


@pytest.mark.django_db(transaction=True)
def test_who_borrowed_already_borrows_no_second_one(english, opened, lender):
    def work():
        with lender.borrowed(), lender.borrowed():
            return count_services()

    assert one_after_another(work, times=2) == [1, 1]
    assert len(opened) == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_left_in_a_transaction_is_lent_to_nobody(english, opened, lender):
    def leave():
        with lender.borrowed():
            transaction.atomic().__enter__()
            LanguageService.objects.update(brand="Half done")

    one_after_another(leave, times=1)

    def brand():
        with lender.borrowed():
            return LanguageService.objects.get().brand

    assert one_after_another(brand, times=1) == ["Radio Lantern"]


@pytest.mark.django_db(transaction=True)
def test_a_dead_connection_is_replaced_before_it_is_lent(english, opened, lender):
    def work():
        with lender.borrowed():
            return count_services()

    one_after_another(work, times=1)
    lose(opened)
    assert one_after_another(work, times=1) == [1]


def test_a_thread_with_a_connection_of_its_own_keeps_to_it(english):
    own = connections["default"]
    with lending.borrowed():
        assert connections["default"] is own
