"""A verb that has to give way, as often as a test wants."""

import pytest
from django.db import OperationalError

from articles.publishing.once_more import LOCK_TIMEOUT
from tests.admin.others_were_quicker.giving_way import Refusal


@pytest.fixture
def give_way(monkeypatch):
    """The named function fails once with ``code``, then works."""

    def make(module, name, code=LOCK_TIMEOUT, times=1):
        own, left = getattr(module, name), [code] * times

        def run(*args, **kwargs):
            if left:
                raise OperationalError("was in the way") from Refusal(left.pop())
            return own(*args, **kwargs)

        monkeypatch.setattr(module, name, run)

    return make
