"""``make bench``: what a page costs, uncached, kept and through Varnish, and how soon it changes.

First every page is asked for over one kept connection, uncached, through granian and all of
Django's middleware, on the demonstration newsroom, in CPU-milliseconds of the server; then as if
its values had never been printed (articles/front/printing.py). The ratio column compares with a
constant Django view measured in the same run; machines differ, ratios hardly do. Each further part
says in its own file what it compares.
"""

from __future__ import annotations

import gzip
import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"

import django

django.setup()

from django.core.management import call_command
from django.utils import timezone

from articles.demo.loading import load_demo
from articles.models import LanguageService, PublishedStory
from articles.pages.addresses import story_path
from benchmarks.cached import report_cached
from benchmarks.cold import report_cold
from benchmarks.counting import ANEW
from benchmarks.law import report_law
from benchmarks.photos import report_photos
from benchmarks.purging import report_purging
from benchmarks.saving import report_saving
from benchmarks.server import Server, running
from benchmarks.settings import WORKSHOP
from benchmarks.varnish import report_varnish
from benchmarks.visible import report_visible

WARM_UP = 60
ROUNDS = 5
REQUESTS = 150


@dataclass(frozen=True)
class Figure:
    name: str
    cpu_ms: float
    per_second: float
    raw: int
    packed: int


def main() -> None:
    call_command("migrate", verbosity=0)
    load_demo(now=timezone.now(), password="bench")
    try:
        with running(PAGE_CACHE_BYTES="0") as server:
            figures = [measure(server, name, path) for name, path in pages().items()]
            figures += [
                measure(server, f"{name}, printed anew", pages()[name], {ANEW: "1"})
                for name in ("story (en)", "story (fa)", "front (en)", "front (fa)")
            ]
        report(figures)
        story = pages()["story (en)"]
        with running() as server:
            report_cached(server, story)
        report_varnish(story)
        report_visible()
        report_cold(cold_pages(), Path(WORKSHOP))
        report_purging()
        report_law(figures[0].cpu_ms)
        report_photos()
        report_saving()
    finally:
        shutil.rmtree(Path(WORKSHOP), ignore_errors=True)


def pages() -> dict[str, str]:
    asked = {"constant view": "/bench/constant", "world page": "/"}
    for service in LanguageService.objects.filter(slug__in=("en", "fa")):
        stories = PublishedStory.objects.filter(service=service).on_air()
        lead = stories.order_by("urgency", "-published_at")[0]
        asked[f"front ({service.slug})"] = f"/{service.slug}/"
        asked[f"story ({service.slug})"] = story_path(service.slug, lead.slug, lead.pk)
    return asked


def cold_pages() -> list[str]:
    stories = PublishedStory.objects.filter(service__slug="fa").order_by("pk")[:5]
    return [story_path("fa", row.slug, row.pk) for row in stories]


def measure(
    server: Server, name: str, path: str, headers: Mapping[str, str] | None = None
) -> Figure:
    """The median of several rounds."""
    connection = server.connect()
    body = b""
    for _request in range(WARM_UP):
        body = server.get(path, connection, headers)
    rounds = []
    for _round in range(ROUNDS):
        cpu, started = server.cpu_seconds(), time.perf_counter()
        for _request in range(REQUESTS):
            server.get(path, connection, headers)
        wall = time.perf_counter() - started
        rounds.append(((server.cpu_seconds() - cpu) * 1000 / REQUESTS, REQUESTS / wall))
    cpu_ms, per_second = sorted(rounds)[ROUNDS // 2]
    return Figure(name, cpu_ms, per_second, len(body), len(gzip.compress(body, 6)))


def report(figures: list[Figure]) -> None:
    base = figures[0]
    print(f"{'uncached, one connection':<28}{'CPU-ms':>8}{'ratio':>8}{'req/s':>8}", end="")
    print(f"{'bytes':>9}{'gzip -6':>9}")
    for one in figures:
        ratio = one.cpu_ms / base.cpu_ms if base.cpu_ms else 0.0
        print(f"{one.name:<28}{one.cpu_ms:>8.2f}{ratio:>8.1f}{one.per_second:>8.0f}", end="")
        print(f"{one.raw:>9,}{one.packed:>9,}")


if __name__ == "__main__":
    main()
