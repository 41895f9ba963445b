"""A person before a browser of their own, and the clicks that a road takes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PATIENCE = 30_000  # milliseconds: a busy machine fails no road, only clicks do


@dataclass
class Stage:
    """A part of the road; ``picture`` shows where it ended."""

    name: str
    most: int
    picture: str = ""
    clicks: int = 0
    seconds: float = 0.0


@dataclass
class Hands:
    """A person before a browser of their own."""

    page: Page
    count: Callable[[], None]

    def click(self, target: Locator, **where: object) -> None:
        self.count()
        target.click(**where)  # type: ignore[arg-type]

    def link(self, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        self.click((within or self.page).get_by_role("link", name=name).first)

    def button(self, name: str, within: Locator | None = None) -> None:
        """Exactly so: "Submit" is on another page than "Submit …"."""
        found = (within or self.page).get_by_role("button", name=name, exact=True)
        self.click(found.first)

    def type(self, *words: str) -> None:
        """Each into the next field, by the tabulator key."""
        for number, text in enumerate(words):
            if number:
                self.page.keyboard.press("Tab")
            self.page.keyboard.type(text)

    @property
    def text(self) -> Locator:
        return self.page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")

    def is_told(self, words: str) -> None:
        expect(self.page.locator(".messagelist")).to_contain_text(words, timeout=PATIENCE)


@dataclass
class Road:
    """``open_desk`` logs somebody in and shows the start page."""

    open_desk: Callable[[str], Page]
    photo: Path
    pictures: Path | None = None
    stages: list[Stage] = field(default_factory=list)

    def hands(self, name: str) -> Hands:
        return Hands(self.open_desk(name), self.count)

    def count(self) -> None:
        self.stages[-1].clicks += 1

    @contextmanager
    def stage(self, hands: Hands, name: str, most: int, picture: str = "") -> Iterator[None]:
        self.stages.append(Stage(name, most, picture))
        started = time.monotonic()
        yield
        self.stages[-1].seconds = time.monotonic() - started
        if picture and self.pictures:
            hands.page.wait_for_load_state("networkidle")
            hands.page.screenshot(path=self.pictures / f"{picture}.png")
