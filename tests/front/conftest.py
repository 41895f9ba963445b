"""Readers whose country the edge knows."""

from __future__ import annotations

import pytest


@pytest.fixture
def reader_in(settings, client):
    """``reader_in("RU")`` asks as an edge would that knows the reader's country."""
    settings.TRUSTED_PROXIES = ["127.0.0.1/32"]
    settings.REGION_HEADER = "Region"

    def make(country):
        return lambda path: client.get(path, headers={"region": country})

    return make
