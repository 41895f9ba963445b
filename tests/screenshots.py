"""``make screenshots``: renew the pictures in docs/images from the demonstration newsroom."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import ARGUMENTS, find_chromium

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
PORT = os.environ.get("PORT", "8765")
PASSWORD = "screenshots"


def environment_in(folder: str) -> dict[str, str]:
    """Where a demonstration of its own keeps what it has."""
    return {
        "ENV_FILE": "", "DEMO": "1", "DEMO_PASSWORD": PASSWORD, "SECRET_KEY": PASSWORD,
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3", "MEDIA_ROOT": f"{folder}/media",
        "STATIC_ROOT": f"{folder}/static",
    }  # fmt: skip


@contextmanager
def demo(*, is_complete: bool = True) -> Iterator[str]:
    """The demonstration on a database of its own; yields its address."""
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-screenshots-") as folder,
        serving(environment_in(folder), is_complete=is_complete) as site,
    ):
        yield site


@contextmanager
def serving(environment: dict[str, str], *, is_complete: bool = True) -> Iterator[str]:
    options = ["--complete"] if is_complete else []
    command = [sys.executable, "manage.py", "demo", *options, "--port", PORT]
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, text=True
    )
    try:
        for line in process.stdout or ():
            if ready := re.fullmatch(r"ready (\S+)\n", line):
                yield ready[1].rstrip("/")
                break
    finally:
        process.terminate()
        process.wait(20)


def take(page: Page, name: str, *, full: bool = False) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{name}.png", full_page=full)
    print(f"docs/images/{name}.png")


def open_page(browser: Browser, width: int, height: int, scheme: str = "light") -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    return context.new_page()


def open_desk(browser: Browser, site: str, user: str, height: int) -> Page:
    page = open_page(browser, 1440, height)
    page.goto(f"{site}/admin/")
    page.fill("#id_username", user)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    return page


def readers(browser: Browser, site: str) -> None:
    page = open_page(browser, 1440, 960)
    page.goto(f"{site}/?demo_place=DE")
    take(page, "world")
    page.goto(f"{site}/en/?demo_place=DE")
    take(page, "front")
    page.click("section.lead h2 a")
    take(page, "story")
    phone = open_page(browser, 360, 780)
    phone.goto(f"{site}/fa/?demo_place=RU")
    take(phone, "phone-front")
    phone.click("section.lead h2 a")
    take(phone, "phone-story")
    phone.locator("[data-notice]").first.scroll_into_view_if_needed()
    take(phone, "phone-notice")
    dark = open_page(browser, 1440, 960, "dark")
    dark.goto(f"{site}/ka/")
    take(dark, "front-dark")


def desk(browser: Browser, site: str) -> None:
    page = open_desk(browser, site, "editor", 1000)
    page.goto(f"{site}/admin/articles/story/?q=Karasu")
    page.locator("#result_list tbody th a").first.click()
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").first.wait_for()
    take(page, "editor")
    page.goto(f"{site}/admin/articles/story/?workflow_status__exact=draft")
    take(page, "stories")
    page.click("text=Ferries")
    page.click("input[name=_publish]")
    take(page, "preflight")


def lists_and_live(browser: Browser, site: str) -> None:
    page = open_page(browser, 1440, 960)
    page.goto(f"{site}/en/search/?q=ferr&demo_place=DE")
    take(page, "search")
    page.goto(f"{site}/en/archive/?demo_place=DE")
    take(page, "archive")
    editor = open_desk(browser, site, "editor", 1000)
    editor.goto(f"{site}/admin/fronts/")
    take(editor, "fronts")
    editor.get_by_role("link", name="Front page").first.click()
    take(editor, "front-desk")
    editor.goto(f"{site}/admin/articles/story/?q=Karasu")
    editor.locator("#result_list tbody th a").first.click()
    form = editor.url
    editor.goto(form.replace("change/", "history/"))
    take(editor, "versions")
    editor.goto(form.replace("change/", "preview/"))
    editor.wait_for_load_state("networkidle")
    take(editor, "story-preview")
    phone = open_page(browser, 360, 780)
    phone.goto(f"{site}/en/?demo_place=DE&edition=text")
    take(phone, "phone-text-edition")


def photos(browser: Browser, site: str) -> None:
    page = open_desk(browser, site, "photo", 1000)
    library = f"{site}/admin/articles/photo/"
    page.goto(library)
    take(page, "library")
    page.goto(f"{library}?q=A+glacier+and+its+lake")
    page.locator("a.photo-open").first.click()
    page.wait_for_load_state("networkidle")
    take(page, "photo")
    page.goto(f"{site}/en/?demo_place=DE")
    page.get_by_role("link", name="Windows After Dark").first.click()
    take(page, "photo-essay")


def work(browser: Browser, site: str) -> None:
    page = open_desk(browser, site, "editor", 900)
    page.goto(f"{site}/admin/today/")
    take(page, "today")
    page.goto(f"{site}/admin/breaking/")
    take(page, "breaking")
    page.goto(f"{site}/admin/articles/story/?q=Cable+Car")
    page.locator("#result_list tbody th a").first.click()
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").first.wait_for()
    page.click("#desk-comments summary")
    page.locator("#desk-comments blockquote").first.wait_for()
    take(page, "comments")


def law(browser: Browser, site: str) -> None:
    page = open_desk(browser, site, "legal2", 1000)
    notices = f"{site}/admin/articles/legalnotice/"
    page.goto(notices)
    take(page, "notices")
    page.goto(f"{notices}?q=kazakhstan-election-silence")
    page.locator("#result_list tbody th a").first.click()
    take(page, "notice")
    page.goto(page.url.split("change/")[0] + "approve/")
    take(page, "approve", full=True)
    page.goto(f"{site}/admin/law/regions/RU/")
    take(page, "law-in-russia")
    page.goto(f"{notices}?q=kazakhstan-election-silence")
    page.locator("#result_list tbody th a").first.click()
    page.goto(page.url.split("change/")[0] + "preview/")
    take(page, "preview")
    page.goto(f"{site}/admin/proof/")
    take(page, "proof")
    phone = open_page(browser, 360, 780, "dark")
    phone.goto(f"{site}/en/place/?demo_place=DE")
    take(phone, "phone-place")
    phone.goto(f"{site}/en/?demo_place=DE")
    phone.locator("a", has_text="Balconies").first.click()
    phone.goto(phone.url.replace("demo_place=DE", "demo_place=GB"))
    take(phone, "phone-withheld")


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with demo() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        readers(browser, site)
        desk(browser, site)
        lists_and_live(browser, site)
        photos(browser, site)
        work(browser, site)
        law(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
