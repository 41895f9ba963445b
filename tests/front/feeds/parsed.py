"""A feed as feed readers take it."""

import feedparser


def parsed(text):
    found = feedparser.parse(text, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.get("bozo_exception")
    return found
