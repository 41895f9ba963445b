"""The victim of a circle of waiting is done once more, as a whole; nothing else is."""

import pytest
from django.db import OperationalError, transaction

from articles.publishing.once_more import DEADLOCK, once_more


class Refusal(Exception):
    def __init__(self, pgcode):
        self.pgcode = pgcode


def failing(*codes):
    """A verb that fails so often, then answers with how often it was begun."""
    left, begun = list(codes), []

    @once_more
    def verb():
        begun.append(1)
        if left:
            raise OperationalError from Refusal(left.pop(0))
        return len(begun)

    return verb, begun


@pytest.mark.django_db(transaction=True)
def test_a_deadlock_is_met_once():
    verb, _begun = failing(DEADLOCK)
    assert verb() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("codes", [(DEADLOCK, DEADLOCK), ("57014",)])
def test_a_second_one_and_any_other_failure_are_told(codes):
    verb, begun = failing(*codes)
    with pytest.raises(OperationalError):
        verb()
    assert len(begun) == len(codes)


@pytest.mark.django_db
def test_within_a_caller_s_transaction_it_is_the_caller_s():
    verb, begun = failing(DEADLOCK)
    with pytest.raises(OperationalError), transaction.atomic():
        verb()
    assert len(begun) == 1
