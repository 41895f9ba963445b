"""Hits of the page cache beside a raw application that returns the same bytes with the same
headers, and what bare Django costs: all through one server."""

from __future__ import annotations

from benchmarks.contest import Contender, hold
from benchmarks.server import Server

PACKED = {"Accept-Encoding": "gzip, deflate, br, zstd"}
EDGE = {"Region": "DE", **PACKED}
ADDRESS = {"X-Forwarded-For": "77.88.55.242", **PACKED}
# How the machine gives its cores to the server's threads moves each round's ratio by a tenth.
ROUNDS = 21


def report_cached(server: Server, story: str) -> None:
    contenders = [
        raw := Contender("raw application, same bytes", f"/bench/raw?{story}", EDGE),
        Contender("cached story, edge header", story, EDGE),
        Contender("cached story, address looked up", story, ADDRESS),
        django := Contender("constant Django view", "/bench/constant", EDGE),
    ]
    for one in contenders:
        server.get(one.path, server.connect(), one.headers)
    hold(contenders, server.port, server.cpu_seconds, rounds=ROUNDS)
    print(f"\n{'compressed, 16 connections':<34}{'req/s':>8}{'of raw':>8}", end="")
    print(f"{'x Django':>9}{'CPU-ms':>8}{'of raw':>8}")
    for one in contenders:
        print(f"{one.name:<34}{one.speed:>8,.0f}{one.of(raw):>8.2f}", end="")
        print(f"{one.of(django):>9.1f}{one.cost:>8.3f}{one.frugality(raw):>8.2f}")
