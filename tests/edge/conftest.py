"""Each test: an empty newsroom with one story on air, before it the edge."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings as configured
from django.db import connection, connections, transaction

from articles.caching import ledger, tags
from articles.caching.messenger import messenger
from articles.models import LegalNotice, PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.edge.servers import Edge, edge_before


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/edge/" in str(item.path) and "edge" in item.fixturenames:
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))


@pytest.fixture(scope="session")
def _servers(django_db_setup, django_db_blocker) -> Iterator[Edge]:
    if shutil.which("varnishd") is None:
        pytest.skip("There is no Varnish: apt-get install varnish varnish-modules")
    with django_db_blocker.unblock():
        url = _url()
        connections.close_all()
    with edge_before(url, str(configured.MEDIA_ROOT)) as edge:
        yield edge


def _url() -> str:
    """The tests' database, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@pytest.fixture
def edge(_servers: Edge, settings, transactional_db) -> Iterator[Edge]:
    """Servers that have heard that everything changed since the last test."""
    settings.EDGE = [_servers.name]
    with transaction.atomic():
        ledger.write({tags.STANDING, tags.NOTICES}, now=_now())
    messenger.rest()
    yield _servers
    messenger.rest()


@pytest.fixture
def on_air(edge, story) -> PublishedStory:
    return publish(story, actor=SYSTEM, now=_now())


@pytest.fixture
def now():
    """Servers live by the real clock."""
    return _now()


@pytest.fixture
def enforce(enforce) -> Callable[..., LegalNotice]:
    """In force, and the edge has heard of it: what comes after is no purge on its way."""

    def make(*args, **fields) -> LegalNotice:
        notice = enforce(*args, **fields)
        assert messenger.rest()
        return notice

    return make


@pytest.fixture
def wait() -> Callable[[float], None]:
    return time.sleep


def _now():
    from django.utils import timezone

    return timezone.now()
