"""The form of a story in a browser: its text, what it says of itself, and how leaving is met."""

from __future__ import annotations

from playwright.sync_api import Page


def open_form(page: Page, url: str) -> Page:
    page.goto(url)
    frame(page).locator("p").first.wait_for()
    page.wait_for_function("document.readyState === 'complete'")
    return page


def frame(page: Page):
    return page.frame_locator("iframe.cke_wysiwyg_frame")


def type_in_text(page: Page, words: str) -> None:
    frame(page).locator("p").last.click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def state(page: Page):
    return page.locator("#desk-keeper [data-words]")


def warns(page: Page) -> bool:
    """Whether leaving would be asked about."""
    return page.evaluate(
        "() => { const leaving = new Event('beforeunload', { cancelable: true });"
        " window.dispatchEvent(leaving); return leaving.defaultPrevented; }"
    )
