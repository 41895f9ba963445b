"""Time passes for readers' pages on a clock that is ours."""

from __future__ import annotations

from playwright.sync_api import Page

STEP = 8_000  # milliseconds of the page's clock: less than the script waits for an answer


def a_while_later(*pages: Page) -> None:
    """Until each page has asked again and was answered, on a clock that is ours."""
    for page in pages:
        answers: list[int] = []

        def note(response, answers=answers) -> None:
            if "/updates/" in response.url:
                answers.append(response.status)

        page.on("response", note)
        for _step in range(100):
            page.clock.run_for(STEP)
            page.wait_for_timeout(100)
            if answers:
                break
        page.remove_listener("response", note)
        assert answers
