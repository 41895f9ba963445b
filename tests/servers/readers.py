"""Readers of one story in threads of the test: who sees an old number, and who sees none."""

from __future__ import annotations

import http.client
import random
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
