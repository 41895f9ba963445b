"""Sharing asks no third party, needs no script, and is absent where a notice says so."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

SCRIPT = Path(finders.find("articles/front/reader.js"))


def test_without_a_script_there_is_a_letter_and_the_address(on_air, url, client):
    html = client.get(url).content.decode()
    assert 'href="mailto:?subject=The%20river%20rises' in html
    assert f"<small>http://testserver{url}</small>" in html
    # What needs the script is not seen before it has come.
    buttons = re.findall(r"<button[^>]*>", html)
    assert len(buttons) == 2
    assert all(" hidden" in button for button in buttons)


def test_where_sharing_is_off_there_is_no_script_either(on_air, url, client, enforce):
    assert "reader.js" in client.get(url).content.decode()
    enforce(effects=["hide_share"], reach="everyone")
    response = client.get(url)
    html = response.content.decode()
    for gone in ("<script src", "mailto:", 'pass-on"', "<button"):
        assert gone not in html, gone
    assert "script-src 'none'" in response["Content-Security-Policy"]


def test_the_script_is_small_and_speaks_to_nobody():
    text = SCRIPT.read_text("utf-8")
    assert len(text.encode()) <= 5_000
    for word in ("fetch", "XMLHttpRequest", "sendBeacon", "Storage", "cookie", "http", "import"):
        assert word not in text, word
    # Chromium 79 and Safari 13 read it.
    assert not re.search(r"\?\.|\?\?|#\w+\s*[=(]|\.at\(|replaceAll|structuredClone", text)
