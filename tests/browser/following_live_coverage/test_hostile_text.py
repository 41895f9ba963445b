"""Hostile text in live coverage stays text."""

from contextlib import suppress

import pytest
from django.utils import timezone

from articles.publishing.refusals import WrongState
from tests.browser.following_live_coverage.following import a_while_later
from tests.hostile import hostile_texts, portions
from tests.live import post

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_hostile_text_neither_runs_nor_breaks_the_page_nor_the_script(
    shared, live, browser, path, photo
):
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(
        "for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])"
        " window[name] = () => { window.ran = true };"
    )
    page = context.new_page()
    page.clock.install()
    page.goto(path)
    now = timezone.now()
    for texts in portions(hostile_texts(shared), 60):
        for text in texts[:10]:
            with suppress(WrongState):  # says nothing that one could see, or too much
                post(live, text, headline=text[:200], now=now)
        a_while_later(page)
        button = page.locator(".fresh[role=status] button")
        if button.count():
            button.click()
        assert page.evaluate("window.ran") is None, texts
    page.goto(path)
    assert page.evaluate("window.ran") is None
    assert page.locator("#footer").count() == 1
    assert page.locator("iframe, object, embed, form, input").count() == 0
    context.close()
