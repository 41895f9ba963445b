"""``make lighthouse``: what Lighthouse says of the pages on a phone, left to right and right to
left.

Prints the scores and renews docs/lighthouse.md. The demonstration's stories are served as a
production site would be (benchmarks/as_seen.py). Each page is measured RUNS times; what counts is
the median, and beside it stands the longest blocking. The browser goes before Lighthouse where the
machine allows it (benchmarks/ahead.py).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.ahead import going_ahead, may_go_ahead
from benchmarks.as_seen import as_seen
from benchmarks.lighthouse_page import page_of, table_of
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
RUNS = 3
PATIENCE = 90  # for one run
# A browser so quick that Lighthouse misses the start of the page makes it give up: that is no run.
TRIES = 12
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
    def median(self) -> dict[str, Any]:
        """By performance, then by blocking. Of an even number the worse one counts."""
        worst_first = sorted(self.reports, key=lambda one: (*scores_of(one), -blocking_of(one)))
        return worst_first[(len(self.reports) - 1) // 2]

    @property
    def blocking(self) -> list[int]:
        """Milliseconds of every run, the shortest first."""
        return sorted(map(blocking_of, self.reports))

    def measure(self) -> None:
        """One run, or none if Lighthouse gives up every time."""
        for _try in range(TRIES):
            with suppress(subprocess.SubprocessError):
                self.reports.append(run(self.url, (*EVERYWHERE, *self._left_out)))
                return

    @property
    def _left_out(self) -> tuple[str, ...]:
        return OF_SEARCH if "/search/" in self.url else ()


def main() -> int:
    if not PROGRAM.is_file() or find_chromium() is None:
        print("Lighthouse or Chromium is missing: make lighthouse; apt-get install chromium")
        return 1
    with as_seen() as site:
        pages = [Measured(name, site + path) for name, path in _pages(site)]
        word = Measured("one word", f"{site}/bench/constant")
        for _run in range(RUNS):
            for page in (*pages, word):
                page.measure()
    seen = [page for page in pages if page.reports]
    text = table_of([_row(page) for page in seen])
    print(text)
    for page in seen:
        for fault in faults_of(page.median):
            print(f"{page.name}: {fault}")
    REPORT.write_text(page_of(text, word.blocking, ahead=may_go_ahead()), "utf-8")
    return 0 if len(seen) == len(pages) else 1


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


def blocking_of(report: dict[str, Any]) -> int:
    """Milliseconds."""
    return round(report["audits"][FIGURES["TBT"]]["numericValue"])


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
        f"{page.blocking[-1]} ms",
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
            env=os.environ | {"CHROME_PATH": _browser(Path(folder))},
        )  # fmt: skip
        report: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return report


def _browser(folder: Path) -> str:
    browser = find_chromium() or ""
    return going_ahead(browser, folder) if may_go_ahead() else browser


if __name__ == "__main__":
    sys.exit(main())
