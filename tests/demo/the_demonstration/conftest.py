"""The newsroom that shows every state, in every language."""

import pytest

from tests.demo.the_demonstration.furnished import furnished


@pytest.fixture
def newsroom(db):
    return furnished()
