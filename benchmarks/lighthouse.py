"""``make lighthouse``: what Lighthouse says of the pages on a phone, left to right and right to
left.

Prints the scores and renews docs/lighthouse.md. The demonstration's stories are served as a
production site would be (benchmarks/as_seen.py). Each page is measured until it is perfect and
nothing blocked, else RUNS times, as long as TIME lasts; what counts is the median. A busy machine
adds to the blocking time and never takes from it: the least of a page's runs is told beside it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.as_seen import as_seen
from tests.chromium import ARGUMENTS, find_chromium
from tests.screens_found import LTR, RTL, WORDS, Finder

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".cache" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
REPORT = ROOT / "docs" / "lighthouse.md"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {
    "LCP": "largest-contentful-paint",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
    "bytes": "total-byte-weight",
}
RUNS, TIME = 5, 600  # seconds
PATIENCE = 90  # for one run
SERVICES = (LTR, RTL)
# It asks for the file from inside the page, as our policy forbids.
EVERYWHERE = ("robots-txt",)
# Results of a search ask not to be found, as search engines want it.
OF_SEARCH = ("is-crawlable",)


@dataclass
class Measured:
    name: str
    url: str
    reports: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_perfect(self) -> bool:
        return any(min(scores_of(one)) == 100 for one in self.reports) and self.blocking[0] == 0

    @property
    def median(self) -> dict[str, Any]:
        """By performance: the other scores do not vary. An even number counts the worse one."""
        return sorted(self.reports, key=lambda one: scores_of(one))[(len(self.reports) - 1) // 2]

    @property
    def blocking(self) -> list[int]:
        """Milliseconds of every run, the shortest first."""
        return sorted(round(one["audits"][FIGURES["TBT"]]["numericValue"]) for one in self.reports)

    def measure(self) -> None:
        """A busy machine makes Lighthouse give up now and then: that is no run."""
        with suppress(subprocess.SubprocessError):
            self.reports.append(run(self.url, (*EVERYWHERE, *self._left_out)))

    @property
    def _left_out(self) -> tuple[str, ...]:
        return OF_SEARCH if "/search/" in self.url else ()


def main() -> int:
    if not PROGRAM.is_file() or find_chromium() is None:
        print("Lighthouse or Chromium is missing: make lighthouse; apt-get install chromium")
        return 1
    with as_seen() as site:
        pages = [Measured(name, site + path) for name, path in _pages(site)]
        _measure(pages)
        word = Measured("one word", f"{site}/bench/constant")
        for _run in range(RUNS):
            word.measure()
    seen = [page for page in pages if page.reports]
    text = _table([_row(page) for page in seen])
    print(text)
    for page in seen:
        for fault in faults_of(page.median):
            print(f"{page.name}: {fault}")
    REPORT.write_text(_document(text, word.blocking), "utf-8")
    return 0 if len(seen) == len(pages) else 1


def _measure(pages: list[Measured]) -> None:
    """Every page once, then again those that may have been disturbed."""
    end = time.monotonic() + TIME
    for _round in range(RUNS):
        for page in pages:
            if page.is_perfect or (page.reports and time.monotonic() > end):
                continue
            page.measure()


def _pages(site: str) -> list[tuple[str, str]]:
    found = []
    for service in SERVICES:
        finder = Finder(site, service)
        front, story = f"/{service}/", finder.stories["story"]
        found += [
            (f"story, {service}", story),
            (f"story without pictures, {service}", f"{story}?edition=text"),
            (f"front, {service}", front),
            (f"live, {service}", finder.stories["live coverage"]),
            (f"topic, {service}", finder.lists()["topic"]),
            (f"search, {service}", f"{front}search/?q={WORDS[service]}"),
            (f"archive, {service}", f"{front}archive/"),
        ]
    return found


def scores_of(report: dict[str, Any]) -> list[int]:
    return [round(100 * (report["categories"][one]["score"] or 0)) for one in CATEGORIES]


def faults_of(report: dict[str, Any]) -> list[str]:
    """Audits that cost points, but for those of speed."""
    wanted = {
        ref["id"]
        for name, category in report["categories"].items()
        for ref in category["auditRefs"]
        if ref["weight"] and name != "performance"
    }
    audits = report["audits"]
    return [f"{one}: {audits[one]['title']}" for one in sorted(wanted)
            if audits[one]["score"] not in (1, None)]  # fmt: skip


def _row(page: Measured) -> list[str]:
    report = page.median
    audits = report["audits"]
    requests = len(audits["network-requests"]["details"]["items"])
    lcp, tbt, cls, weight = (audits[audit]["numericValue"] for audit in FIGURES.values())
    return [
        page.name, *map(str, scores_of(report)), f"{lcp / 1000:.1f} s", f"{tbt:.0f} ms",
        f"{page.blocking[0]} ms",
        f"{cls:.3f}", f"{weight / 1024:.0f} KB", str(requests), str(len(page.reports)),
    ]  # fmt: skip


def run(url: str, left_out: tuple[str, ...]) -> dict[str, Any]:
    """On a phone as Lighthouse throttles it: slow 4G, a processor at a quarter of its speed."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        subprocess.run(
            [
                str(PROGRAM), url, "--quiet", "--output=json", f"--output-path={out}",
                f"--skip-audits={','.join(left_out)}",
                f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
            ],
            check=True, timeout=PATIENCE,
            env=os.environ | {"CHROME_PATH": find_chromium() or ""},
        )  # fmt: skip
        report: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return report


def _table(rows: list[list[str]]) -> str:
    heads = ["page", "performance", "accessibility", "best practices", "SEO"]
    heads += ["LCP", "TBT", "least", "CLS", "weight", "requests", "runs"]
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _document(table: str, of_a_word: list[int]) -> str:
    day = datetime.now(UTC).strftime("%d %B %Y")
    load = os.getloadavg()[1]
    return (
        "# Lighthouse\n\n"
        f"Measured on {day} by `make lighthouse` on the demonstration's stories, served as a "
        "production site would be: a phone,\nslow 4G, a processor at a quarter of its speed. A "
        "page is measured until it is perfect and nothing blocked, else up\n"
        f"to {RUNS} times; the median counts, and beside it stands the least blocking time (TBT) "
        "of its runs: a busy machine adds to it and\nnever takes from it. The machine's load was "
        f"{load:.0f} on {os.cpu_count()} cores. No page runs anything but scripts of our own under "
        "5 KB: what blocks\nis laying out the first screen, and the machine: a page of one word, "
        f"measured beside them, blocked for {', '.join(map(str, of_a_word))} ms.\nLeft out are "
        "`robots-txt` (it asks from inside the page, as our policy forbids) and, on results of a "
        f"search,\n`is-crawlable`: they ask not to be found.\n\n{table}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
