"""Twice the size of text: nothing is cut off, nothing needs scrolling sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import sync_playwright

from tests.chromium import ARGUMENTS, find_chromium
from tests.validators.kinds import write_kinds

# As a reader sets it in the browser (16 px is what browsers begin with).
DOUBLED = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
# Text in a box that hides what does not fit in it. What only ears are meant for is one pixel wide.
CUT = """() => Array.from(document.querySelectorAll('body *')).filter((one) => {
    const style = getComputedStyle(one);
    const hides = [style.overflowX, style.overflowY].some((what) => /hidden|clip/.test(what));
    return hides && one.clientWidth > 1 && one.textContent.trim() &&
        (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.skipif(find_chromium() is None, reason="to enable: apt-get install chromium")
def test_text_of_twice_the_size_is_whole_and_fits(newsroom, settings, tmp_path):
    settings.DEMO = True
    pages = write_kinds(newsroom, tmp_path)
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=[*ARGUMENTS, DOUBLED]
        )
        page = browser.new_page()
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            for name, path in pages.items():
                page.goto(path.as_uri())
                assert page.evaluate("getComputedStyle(document.body).fontSize") in ("32px", "36px")
                wide = page.evaluate("document.documentElement.scrollWidth")
                found += [f"{name} is {wide} px wide on {width}"] if wide > width else []
                found += [f"{name} at {width}: {one}" for one in page.evaluate(CUT)]
        browser.close()
    assert found == []
