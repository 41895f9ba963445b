"""Where the demonstration shows each template, left to right and right to left.

Stories are found as a reader would, through the site maps, and told apart by what stands on them.
"""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import cached_property

LTR, RTL = "en", "fa"
DEMO_PLACE = "demo_place=DE"
WITHHELD_PLACE = "demo_place=GB"
HIGHEST = 150  # no story of the demonstration has a higher number


@dataclass(frozen=True)
class Screen:
    """``output`` is the name in the output registry; ``at`` what to scroll to."""

    name: str
    output: str
    at: str = ""


SCREENS = (
    Screen("story", "story"),
    Screen("story without pictures", "story"),
    Screen("photo essay", "story", ".gallery figure"),
    Screen("live coverage", "story", ".events"),
    Screen("live entry", "entry"),
    Screen("corrections", "story", "[data-correction]"),
    Screen("front", "front"),
    Screen("world", "world"),
    Screen("section", "section"),
    Screen("topic", "topic"),
    Screen("author", "author"),
    Screen("archive", "archive"),
    Screen("archive month", "month"),
    Screen("archive day", "day"),
    Screen("search", "search"),
    Screen("search, nothing found", "search"),
    Screen("place", "place"),
    Screen("withheld", "story"),
    Screen("killed", "story"),
    Screen("not found", "story"),
    Screen("text edition, front", "front"),
    Screen("text edition, story", "story"),
)
# What marks a story as the one to show, and what must not stand on it.
MARKS = {
    "photo essay": 'class="gallery"',
    "live coverage": 'class="coverage"',
    "corrections": 'class="correction"',
}
WORDS = {LTR: "water", RTL: "%D8%A2%D8%A8"}


def fetch(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url) as page:
            return page.status, page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@dataclass
class Finder:
    """The pages of one service of a running demonstration."""

    site: str
    service: str

    def all(self) -> dict[str, str]:
        """Path by the name of the screen; the page of all services has one direction."""
        base = f"/{self.service}/"
        found = {
            **self.stories, **self.lists(), "front": base, "killed": self._killed(),
            "withheld": self._withheld(), "place": f"{base}place/", "not found": f"{base}nowhere/",
            "search": f"{base}search/?q={WORDS[self.service]}",
            "search, nothing found": f"{base}search/?q=qwxz",
            "text edition, front": f"{base}?edition=text",
            "text edition, story": f"{self.stories['story']}?edition=text",
        }  # fmt: skip
        if self.service == LTR:
            found["world"] = "/"
        withheld = found["withheld"]
        placed = {name: _ask(path, DEMO_PLACE) for name, path in found.items()}
        return placed | {"withheld": _ask(withheld, WITHHELD_PLACE)}

    @cached_property
    def stories(self) -> dict[str, str]:
        """The front's lead, and the first of each kind."""
        lead = re.findall(rf'href="(/{self.service}/a/[^"?]+)', self._page(f"/{self.service}/"))[0]
        found = {"story": lead}
        for path in self._paths:
            page = self._page(path)
            for name, mark in MARKS.items():
                if mark in page and (name != "corrections" or MARKS["live coverage"] not in page):
                    found.setdefault(name, path)
            if "<figure" not in page and "data-correction" not in page:
                found.setdefault("story without pictures", path)
        entry = re.search(
            r'href="([^"]+/\d+/)[^"]*" rel="bookmark"', self._page(found["live coverage"])
        )
        found["live entry"] = entry[1] if entry else ""
        return found

    @cached_property
    def _paths(self) -> list[str]:
        maps = re.findall(rf"<loc>([^<]+/{self.service}/sitemap[^<]+)", self._page("/sitemap.xml"))
        found = [re.findall(r"<loc>[^<]+?(/\w+/a/[^<]+\.html)", fetch(one)[1]) for one in maps]
        return [path for paths in found for path in paths]

    def lists(self) -> dict[str, str]:
        """What the lead story leads to, and the fullest day of the archive."""
        story = self._page(self.stories["story"])

        def first(kind: str) -> str:
            return re.findall(rf'href="(/{self.service}/{kind}/[^"?]+)', story)[0]

        archive = f"/{self.service}/archive/"
        month = self._within(archive)
        return {
            "section": first("z"), "topic": first("t"), "author": first("author"),
            "archive": archive, "archive month": month, "archive day": self._within(month),
        }  # fmt: skip

    def _within(self, path: str) -> str:
        """The first page one step further down in the archive."""
        return re.findall(rf'href="({path}\d\d(?:\d\d/\d\d)?/)', self._page(path))[0]

    def _killed(self) -> str:
        """One of this service: another's number leads to that service's own page."""
        paths = (f"/{self.service}/a/x/{number}.html" for number in range(1, HIGHEST))
        asked = ((path, *fetch(self.site + path)) for path in paths)
        own = f'<html lang="{self.service}"'
        return next(path for path, status, page in asked if status == 410 and own in page)

    def _withheld(self) -> str:
        asked = (
            (path, fetch(f"{self.site}{_ask(path, WITHHELD_PLACE)}")[0]) for path in self._paths
        )
        return next(path for path, status in asked if status == 451)

    def _page(self, path: str) -> str:
        return fetch(f"{self.site}{_ask(path, DEMO_PLACE)}")[1]


def _ask(path: str, place: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{place}"
