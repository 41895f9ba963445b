"""A story, and browsers of their own for those who write it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from articles.publishing.save import save


@pytest.fixture
def url(story, cast, now, site):
    save(story, actor=cast.reporter, now=now)
    return site + reverse("admin:articles_story_change", args=[story.pk])


@pytest.fixture
def at_desk(browser, site):
    """``at_desk(user)``: a browser of their own, logged in."""
    contexts = []

    def make(user, **options) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}/admin/")
        page.fill("#id_username", user.username)
        page.fill("#id_password", "secret")
        page.click("input[type=submit]")
        return page

    yield make
    for context in contexts:
        context.close()
