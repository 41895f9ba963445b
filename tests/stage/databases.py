"""Which tests ask a database. Those that ask none run on one alone: the other could not tell them
anything new (``-m database`` in tests/run.py)."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

OF_A_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by marks
def pytest_collection_modifyitems(items: Iterable[pytest.Function]) -> None:
    for item in items:
        fixtures = OF_A_DATABASE.intersection(item.fixturenames)
        if fixtures or item.get_closest_marker("django_db"):
            item.add_marker("database")
