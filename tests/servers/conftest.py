"""One server for the folder, on the database that the suite names."""

from __future__ import annotations

import os

import pytest

from tests.servers.site import editor, serving


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    if "DATABASE_URL" not in os.environ or os.environ["DATABASE_URL"].startswith("sqlite"):
        yield f"sqlite:///{tmp_path_factory.mktemp('servers')}/site.sqlite3"
        return
    yield os.environ["DATABASE_URL"]


@pytest.fixture(scope="session")
def site(database, tmp_path_factory):
    with serving(tmp_path_factory.mktemp("site"), database) as running:
        yield running


@pytest.fixture(scope="session")
def desk(site):
    with editor(site) as started:
        site.path = started.path
        yield started
