"""Hits of the page cache beside a raw application that returns the same bytes, and what bare
Django costs: through one server, in turns, so that what else the machine does meets them alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from benchmarks.load import per_second
from benchmarks.server import Server

ROUNDS = 5
EDGE = {"Region": "DE", "Accept-Encoding": "gzip, deflate, br, zstd"}
ADDRESS = {"X-Forwarded-For": "77.88.55.242", "Accept-Encoding": "gzip, deflate, br, zstd"}


@dataclass
class Contender:
    name: str
    path: str
    headers: dict[str, str]
    speeds: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def run(self, server: Server) -> None:
        cpu = server.cpu_seconds()
        speed = per_second(server.port, self.path, self.headers)
        self.speeds.append(speed)
        self.costs.append((server.cpu_seconds() - cpu) * 1000 / (speed * 2.0))


def report_cached(server: Server, story: str) -> None:
    contenders = [
        Contender("raw application, same bytes", f"/bench/raw?{story}", EDGE),
        Contender("cached story, edge header", story, EDGE),
        Contender("cached story, address looked up", story, ADDRESS),
        Contender("constant Django view", "/bench/constant", EDGE),
    ]
    for one in contenders:
        server.get(one.path, server.connect(), one.headers)
    for number in range(ROUNDS + 1):
        for one in contenders:
            one.run(server)
            if number == 0:  # warming up
                one.speeds.clear()
                one.costs.clear()
    raw, django = (median(contenders[number].speeds) for number in (0, 3))
    print(f"\n{'compressed, 16 connections':<34}{'req/s':>8}{'of raw':>8}", end="")
    print(f"{'x Django':>9}{'CPU-ms':>8}")
    for one in contenders:
        speed = median(one.speeds)
        print(f"{one.name:<34}{speed:>8,.0f}{speed / raw:>8.2f}{speed / django:>9.1f}", end="")
        print(f"{median(one.costs):>8.3f}")
