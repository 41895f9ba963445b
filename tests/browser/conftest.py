"""A real Chromium before a live server: people at the desk and readers outside."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page

from tests.chromium import ARGUMENTS, find_chromium

# Playwright's synchronous interface runs an event loop in the thread that also asks the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    path = find_chromium()
    if path is None:
        pytest.fail("There is no Chromium: apt-get install chromium")
    return browser_type_launch_args | {"executable_path": path, "args": ARGUMENTS}


@pytest.fixture(autouse=True)
def _pictures_are_served(settings) -> None:
    """The live server serves MEDIA_ROOT; in production that is the public folder alone."""
    settings.MEDIA_ROOT = Path(settings.MEDIA_ROOT) / "public"


@pytest.fixture(scope="session", autouse=True)
def loaded_by_migrations(django_db_setup) -> str:
    """The atlas, and all else that the tables hold from the start; before Playwright runs."""
    return connection._test_serialized_contents


@pytest.fixture(scope="session", autouse=True)
def _remembered(loaded_by_migrations: str, browser: Browser) -> None:
    """Inside Playwright's event loop Django has another connection: it, too, has to know."""
    connection._test_serialized_contents = loaded_by_migrations


@pytest.fixture
def site(live_server) -> str:
    return live_server.url


@pytest.fixture
def page(context: BrowserContext, site: str) -> Iterator[Page]:
    """A page that fails the test on any script error or policy violation."""
    made = context.new_page()
    complaints: list[str] = []
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if "Content-Security-Policy" in message.text
            or "Content Security Policy" in message.text
            else None
        ),
    )
    yield made
    assert complaints == []


@pytest.fixture
def readers_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """A page of an anonymous reader: ``readers_page(width=360, java_script_enabled=False)``."""
    contexts = []

    def make(width: int = 1200, **options) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def log_in(page: Page, site: str) -> Callable[..., Page]:
    def make(user) -> Page:
        page.context.clear_cookies()
        page.goto(f"{site}/admin/")
        page.fill("#id_username", user.username)
        page.fill("#id_password", "secret")
        page.click("input[type=submit]")
        return page

    return make
