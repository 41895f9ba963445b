"""The newsroom that shows every state, in every language."""

from copy import deepcopy

import pytest
from django.db import transaction

from tests.demo.the_demonstration.furnished import furnished


@pytest.fixture(scope="module")
def _loaded(django_db_setup, django_db_blocker):
    """Furnished once for the tests of a file: each of them rolls back to here."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True  # else Django refuses what wants to be outermost in it
        with around:
            yield furnished()
            transaction.set_rollback(True)


@pytest.fixture
def newsroom(_loaded, db):
    return deepcopy(_loaded)
