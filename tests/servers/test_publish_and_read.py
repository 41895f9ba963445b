"""From 150 ms after a commit nobody gets the old page, whichever process answers."""

import http.client
import os
import random
import signal
import threading
import time

from tests.servers.race import LATEST


class Readers:
    """Reads from several threads, each noted with when it began and what was on air for sure."""

    def __init__(self, site, number=6):
        self.site, self.stop, self.reads, self.old, self.failed = site, threading.Event(), 0, [], []
        self.published: list[tuple[float, int]] = []  # when the commit had returned
        self.threads = [threading.Thread(target=self.read) for _number in range(number)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def read(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=20)
        while not self.stop.is_set():
            began = time.monotonic()
            surely = max((n for at, n in tuple(self.published) if at + LATEST <= began), default=0)
            try:
                seen = self.site.number(connection)
            except (OSError, http.client.HTTPException, AssertionError) as error:
                self.failed.append(repr(error))
                connection.close()
                time.sleep(0.05)
                continue
            self.reads += 1
            if seen < surely:
                self.old.append((seen, surely))
            if random.random() < 0.05:  # a new connection may meet another worker
                connection.close()


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
