"""A verb made of several writes the ledger once, at its end and within its own transaction."""

import pytest
from django.db import connection, transaction

from articles.caching import ledger
from articles.models.ledger import CacheLedger


def entries():
    return [(entry.tags, entry.is_hard) for entry in CacheLedger.objects.order_by("id")]


@pytest.mark.django_db
def test_what_each_part_wrote_stands_there_in_its_order_when_the_last_is_done(now):
    before = len(entries())
    with transaction.atomic(), ledger.at_the_end():
        ledger.write({"story-1"}, now=now, hard=True)
        with transaction.atomic(), ledger.at_the_end():
            ledger.write({"story-2"}, now=now)
        assert len(entries()) == before
    assert entries()[before:] == [(["story-1"], True), (["story-2"], False)]


@pytest.mark.django_db
def test_nothing_of_a_verb_that_failed_is_written_with_the_next(now):
    before = len(entries())

    def failing():
        with transaction.atomic(), ledger.at_the_end():
            ledger.write({"story-1"}, now=now)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    with transaction.atomic(), ledger.at_the_end():
        ledger.write({"story-2"}, now=now)
    assert entries()[before:] == [(["story-2"], False)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("hard", [False, True])
def test_from_the_first_part_on_this_thread_knows_that_it_writes(hard, now):
    with transaction.atomic(), ledger.at_the_end():
        assert not ledger.is_being_written()
        ledger.write({"story-1"}, now=now, hard=hard)
        assert ledger.is_being_written()
    assert not ledger.is_being_written()


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_it_is_refused_before_anything_is_changed(now):
    """Each part would commit by itself, and what it changed could outlive a lost entry."""
    refused = pytest.raises(RuntimeError, match="in the transaction of the verb")
    with refused, ledger.at_the_end(), transaction.atomic():
        ledger.write({"story-1"}, now=now)
    assert not connection.in_atomic_block
    assert entries() == []
