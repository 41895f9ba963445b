"""An entry written at the desk, and its row there."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def write(desk: Page, text: str, headline: str = "") -> None:
    composer = desk.locator("[data-composer]")
    composer.locator("[name=headline]").fill(headline)
    composer.locator("[name=text]").fill(text)
    composer.locator("[name=text]").press("Control+Enter")
    expect(composer.locator("[name=text]")).to_have_value("")


def row(desk: Page, text: str):
    return desk.locator(".live-entry", has_text=text)
