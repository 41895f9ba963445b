"""Standing data: one look at the ledger serves everybody who comes meanwhile."""

import threading
from datetime import timedelta

import pytest
from django.db import transaction

from articles.caching import ledger, tags
from articles.caching import watch as watch_module
from articles.models import LanguageService
from articles.pages import standing


@pytest.fixture
def _patient(monkeypatch):
    monkeypatch.setattr(watch_module, "LOOK_EVERY", 3600)


@pytest.fixture
def looks(monkeypatch):
    """The looks at the ledger that are made, each slow enough for others to come meanwhile."""
    made, others_wait = [], threading.Event()

    def look(seen):
        made.append(seen)
        others_wait.wait(0.2)
        return seen, set()

    monkeypatch.setattr(ledger, "read_on", look)
    return made


@pytest.mark.usefixtures("_patient")
def test_readers_who_come_at_once_share_one_look(english, now, looks):
    standing.get(now)
    watch_module.watch.due_at = 0.0
    readers = [threading.Thread(target=standing.get, args=(now,)) for _number in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(looks) == 1


@pytest.mark.usefixtures("_patient")
def test_nobody_looks_again_within_the_interval(english, now, django_assert_num_queries):
    standing.get(now)
    with django_assert_num_queries(0):
        standing.get(now + timedelta(hours=1))


@pytest.mark.parametrize(("tag", "is_renewed"), [(tags.STANDING, True), ("story-1", False)])
def test_only_what_concerns_it_renews_it(tag, is_renewed, english, now, monkeypatch):
    monkeypatch.setattr(watch_module, "LOOK_EVERY", 0)
    before = standing.get(now)
    LanguageService.objects.update(brand="Radio Beacon")
    with transaction.atomic():
        ledger.write({tag}, now=now)
    after = standing.get(now)
    assert watch_module.watch.position == ledger.position()
    assert (after.position > before.position) is is_renewed
    assert (after.services["en"].brand == "Radio Beacon") is is_renewed
