"""Readers follow live coverage while a third person posts, corrects and removes at the desk."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from tests.live import go_live


@pytest.fixture
def live(story):
    go_live(story, timezone.now())
    story.refresh_from_db()
    return story


@pytest.fixture
def path(live, site):
    return f"{site}/en/a/{live.on_air.slug}/{live.pk}.html"


@pytest.fixture
def follow(readers_page, path):
    def make(width: int = 1200, **options) -> Page:
        page = readers_page(width=width, **options)
        page.clock.install()
        page.goto(path)
        return page

    return make


@pytest.fixture
def desk(log_in, cast, site, live):
    page = log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/{live.pk}/live/")
    return page
