"""An edge hears of every change, in the end and in order, whatever it refuses meanwhile."""

import pytest

from articles.caching import edges
from tests.caching.edges.telling import NAME, Recording


@pytest.fixture
def edge(settings, monkeypatch, db):
    settings.EDGE = [NAME]
    made = Recording()
    monkeypatch.setattr(edges, "configured", lambda: {NAME: made})
    return made
