"""Desks and readers in processes of their own, and what their notes say about the age of reads.

Clocks: all is ``time.monotonic()``, which the processes of a machine share. A commit's moment is
taken when the database has answered it, before anybody is woken; a read's before it is sent. So a
read's age counts the wake-up, the look, and every wait in the server, and flatters nobody.
"""

from __future__ import annotations

import random
import time
from bisect import bisect_right
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.servers.site import Desk, Site, beside, editor

LATEST = 0.15  # seconds after a commit until nobody is shown what was before


@dataclass
class Figures:
    reads: int = 0
    publishes: int = 0
    worst_age: float = 0.0
    too_old: list[tuple[str, int, int, float]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        worst = f"{self.worst_age * 1000:.0f} ms"
        return f"{self.reads} reads, {self.publishes} publishes, oldest read {worst}"


class Race:
    """Use as a context; its readers read until it ends."""

    def __init__(self, site: Site, *, desks: int = 2, readers: int = 2, threads: int = 4) -> None:
        self.site, self.numbers = site, (desks, readers, threads)
        self.commits: dict[str, list[float]] = defaultdict(list)
        self.notes: list[str] = []
        self._stack = ExitStack()

    def __enter__(self) -> Race:
        desks, readers, threads = self.numbers
        words = [f"race{number}" for number in range(desks)]
        self.desks = [self._stack.enter_context(editor(self.site, word)) for word in words]
        self.paths = [desk.path for desk in self.desks] + ["/en/"]
        self.readers = [
            self._stack.enter_context(
                beside(self.site, "reader", str(self.site.port), str(threads), *self.paths)
            )
            for _process in range(readers)
        ]
        for reader in self.readers:
            assert reader.stdout.readline() == "ready\n"
        return self

    def __exit__(self, *_error: object) -> None:
        for reader in self.readers:
            reader.stdin.close()
        for reader in self.readers:
            self.notes += reader.stdout.read().splitlines()
        self._stack.close()

    def burst(self, seconds: float) -> None:
        """All desks at once, so that commits overtake each other where they can."""
        until = time.monotonic() + seconds
        with ThreadPoolExecutor(len(self.desks)) as pool:
            for done in [pool.submit(self._publish, desk, until) for desk in self.desks]:
                done.result()

    def _publish(self, desk: Desk, until: float) -> None:
        while time.monotonic() < until:
            self.commits[desk.word].append(desk.publish())
            time.sleep(random.choice([0, 0, 0.02, 0.1, 0.2]))

    def figures(self) -> Figures:
        found = Figures(publishes=sum(map(len, self.commits.values())))
        for note in self.notes:
            began, _index, *shown = note.split(" ")
            found.reads += 1
            if not shown or "error" in shown[0]:
                found.failed.append(note)
                continue
            for one in shown:
                self._judge(found, float(began), *one.split("="))
        return found

    def _judge(self, found: Figures, began: float, word: str, said: str) -> None:
        """How long what was shown had been overtaken when the read began."""
        commits, seen = self.commits.get(word, []), int(said)
        if word not in self.commits or seen >= bisect_right(commits, began):
            return
        age = began - commits[seen]  # the commit of number ``seen + 1``
        found.worst_age = max(found.worst_age, age)
        if age > LATEST:
            found.too_old.append((word, seen, bisect_right(commits, began), age))
