"""``make first-paint``: how soon a breaking story can be read on a weak phone, beside Wagtail.

Wagtail comes from PyPI into a folder of its own and is begun by its own ``wagtail start``; the page
is the blog post of its tutorial, with the same words and the same photograph, its sheet and script
as that template has them, compressed on the way. WordPress is not measured: it is on no registry of
Python or JavaScript, and Debian's wants a database server of its own.

A screen of 360 pixels, 400 kbit/s, 400 ms until an answer begins, a processor at a quarter of its
speed; nothing kept from before. Ours counts when headline and first paragraph have been painted,
Wagtail's as soon as anything has been.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from benchmarks.as_seen import as_seen
from benchmarks.wagtail_page import Words, wagtail
from tests.chromium import ARGUMENTS, find_chromium
from tests.screens_found import LTR, RTL, Finder

RUNS = 7
SCREEN = {"width": 360, "height": 740}
KILOBIT = 1000 / 8
NETWORK = {
    "offline": False, "latency": 400,
    "downloadThroughput": 400 * KILOBIT, "uploadThroughput": 400 * KILOBIT,
}  # fmt: skip
SLOWER = 4
# When a frame was shown that had all of these in it; a frame after the one that found them.
WATCH = """(() => {
    const wanted = %s;
    const look = () => {
        if (wanted.every((one) => document.querySelector(one))) {
            requestAnimationFrame(() => { window.readableAt = performance.now(); });
        } else { requestAnimationFrame(look); }
    };
    requestAnimationFrame(look);
})()"""
OURS = '["article h1", "article .body p"]'
FIRST_PAINT = (
    "performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime)[0]"
)
READABLE = f"Math.max(window.readableAt, {FIRST_PAINT})"


def main() -> int:
    if find_chromium() is None:
        print("Chromium is missing: apt-get install chromium")
        return 1
    with as_seen() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        ours = {name: site + Finder(site, name).stories["story"] for name in (LTR, RTL)}
        words = _words_of(browser, ours[LTR])
        figures = {f"ours, {name}, readable": _median(browser, url, READABLE)
                   for name, url in ours.items()}  # fmt: skip
        with wagtail(words) as theirs:
            figures["Wagtail, first paint"] = _median(browser, theirs, FIRST_PAINT)
        browser.close()
    _report(figures)
    return 0


def _words_of(browser: Browser, url: str) -> Words:
    page = browser.new_page()
    page.goto(url)
    paragraphs = page.locator("article .body > p").all_inner_texts()
    photo = page.request.get(page.locator("article figure img").first.evaluate("(one) => one.src"))
    words = Words(page.locator("article h1").inner_text(), paragraphs, photo.body())
    page.close()
    return words


def _median(browser: Browser, url: str, when: str) -> float:
    return statistics.median(_once(browser, url, when) for _run in range(RUNS))


def _once(browser: Browser, url: str, when: str) -> float:
    with _phone(browser) as page:
        page.goto(url, wait_until="load", timeout=60_000)
        page.wait_for_function(f"({when}) > 0")
        return float(page.evaluate(when))


@contextmanager
def _phone(browser: Browser) -> Iterator:
    """A context of its own keeps nothing from the run before."""
    context = browser.new_context(viewport=SCREEN, device_scale_factor=2)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(WATCH % OURS)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page
    context.close()


def _report(figures: dict[str, float]) -> None:
    theirs = figures["Wagtail, first paint"]
    print(f"{'on a weak phone, median of ' + str(RUNS):<34}{'ms':>8}{'ratio':>8}")
    for name, figure in figures.items():
        print(f"{name:<34}{figure:>8.0f}{figure / theirs:>8.2f}")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    sys.exit(main())
