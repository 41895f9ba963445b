"""Every template at three widths, in both directions, light and dark: one sheet of twelve for each.

``python -m tests.screens [NAME …]`` renews those named, or all; ``make screenshots`` does, too.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import ARGUMENTS, find_chromium
from tests.screens_found import LTR, RTL, SCREENS, Finder, Screen
from tests.screenshots import IMAGES, demo

SHEETS = IMAGES / "screens"
INDEX = IMAGES.parent / "screens.md"
SIZES = {1440: 1080, 768: 1024, 360: 760}
SCHEMES = ("light", "dark")
TALL, GAP = 400, 12  # pixels of a sheet
GROUND = "#8a8f94"
QUALITY = 55
# Pictures load as they come into view.
SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
        scrollTo(0, y);
        await new Promise((done) => setTimeout(done, 30));
    }
    scrollTo(0, 0);
}"""


def file_of(screen: Screen) -> Path:
    return SHEETS / f"{screen.name.replace(',', '').replace(' ', '-')}.webp"


def take_sheets(browser: Browser, site: str, names: list[str]) -> None:
    SHEETS.mkdir(parents=True, exist_ok=True)
    sides = [Finder(site, service).all() for service in (LTR, RTL)]
    for screen in SCREENS:
        if names and screen.name not in names:
            continue
        paths = [side[screen.name] for side in sides if screen.name in side]
        rows = [
            [_shot(browser, site + path, width, scheme, screen.at)
             for path in paths for width in SIZES]
            for scheme in SCHEMES
        ]  # fmt: skip
        _sheet(rows).save(file_of(screen), quality=QUALITY, method=6)
        print(f"docs/images/screens/{file_of(screen).name}")
    INDEX.write_text(index(), "utf-8")


def _shot(browser: Browser, url: str, width: int, scheme: str, at: str) -> Image.Image:
    page: Page = browser.new_page(
        viewport={"width": width, "height": SIZES[width]},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page.goto(url)
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")
    if at:
        page.locator(at).first.evaluate("(one) => one.scrollIntoView({block: 'center'})")
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        print(f"{url} is {wide} px wide on a screen of {width}", file=sys.stderr)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return picture.resize((round(width * TALL / SIZES[width]), TALL), Image.Resampling.LANCZOS)


def _sheet(rows: list[list[Image.Image]]) -> Image.Image:
    wide = sum(one.width + GAP for one in rows[0]) + GAP
    sheet = Image.new("RGB", (wide, len(rows) * (TALL + GAP) + GAP), GROUND)
    for number, row in enumerate(rows):
        left = GAP
        for one in row:
            sheet.paste(one, (left, GAP + number * (TALL + GAP)))
            left += one.width + GAP
    return sheet


def index() -> str:
    """What ``docs/screens.md`` says."""
    parts = [
        "# Every screen of the reader's site\n",
        (
            "Renewed by `make screenshots` from the demonstration: each template at 1440, 768 and "
            "360 pixels, left to right\n(English) and right to left (Persian), light above dark. "
            "Open a picture for its full size.\n"
        ),
    ]
    parts += [
        f"## {screen.name[0].upper()}{screen.name[1:]}\n\n"
        f"![{screen.name}](images/screens/{file_of(screen).name})\n"
        for screen in SCREENS
    ]
    return "\n".join(parts)


def main(names: list[str]) -> None:
    with demo() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        take_sheets(browser, site, names)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
