"""Approval is bound to what was shown: word for word, and for whom."""

import pytest
import time_machine

from articles.publishing.notices import approve_alone, propose
from tests.notices import put_in_force, write_notice


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def notice(cast, english, now):
    return write_notice(now, regions=["RU", "UA-OCC"], body="<p>Sharing is punished.</p>")


@pytest.fixture
def proposed(notice, cast, now):
    """Version 2 waits; version 1 is in force."""
    put_in_force(notice, cast, now)
    notice.texts.update(body="<p>Sharing and saving is punished.</p>")
    return propose(notice, actor=cast.legal_officer, now=now)


@pytest.fixture
def alone(proposed, cast, now):
    return approve_alone(proposed, actor=cast.legal_officer, now=now, reason="Arrests tonight")
