"""From 150 ms after a commit nobody gets the old page, whichever process answers."""

import os
import signal
import time

from tests.servers.race import LATEST
from tests.servers.readers import Readers


def publish(desk, readers, verb="publish"):
    at = desk.publish(verb)
    readers.published.append((at, desk.number))
    return desk.number


def test_a_lost_wake_up_heals_by_itself(site, desk):
    with Readers(site) as readers:
        for _time in range(5):
            publish(desk, readers, verb="lose")
            time.sleep(0.4)
    assert (readers.old, readers.failed) == ([], [])


def test_a_killed_worker_comes_back_and_knows_what_is_on_air(site, desk):
    with Readers(site) as readers:
        victim = site.calm_worker()
        number = publish(desk, readers, verb="lose")
        os.kill(victim, signal.SIGKILL)
        time.sleep(1.5)
    site.wait()
    assert readers.old == []
    assert {site.number() for _again in range(40)} == {number}


def test_the_front_follows_too(site, desk):
    with Readers(site, number=1) as readers:
        number = publish(desk, readers)
        time.sleep(LATEST)
        assert {site.number(path="/en/") for _again in range(20)} == {number}
