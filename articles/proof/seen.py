"""What can be seen on a page: notices, controls, and words, wherever they stand."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser

from articles.vocabularies import Effect

# Controls that an effect takes away, by the attribute that marks them in a page.
CONTROLS = {
    "data-share": Effect.HIDE_SHARE.value,
    "data-contact": Effect.HIDE_CONTACT.value,
    "data-donate": Effect.HIDE_DONATE.value,
    "data-comments": Effect.HIDE_COMMENTS.value,
    "data-reactions": Effect.HIDE_REACTIONS.value,
    "data-save": Effect.HIDE_SAVE.value,
}
_SPACES = re.compile(r"\s+")
# At its own address, or within live coverage: an entry's, or what its page asks for.
_STORY = re.compile(r"/(\d+)\.html|/a/[^/\s\"'<>]+/(\d+)/")
_UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


class Seen(HTMLParser):
    """One page, read once."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.notices: Counter[str] = Counter()
        self.controls: set[str] = set()
        self.robots = ""
        self._said: list[str] = []
        self._source = text
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if slug := attributes.get("data-notice"):
            self.notices[slug] += 1
        self.controls.update(CONTROLS.keys() & attributes.keys())
        if tag == "meta" and attributes.get("name") == "robots":
            self.robots = attributes.get("content") or ""

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    @property
    def words(self) -> str:
        """All that stands on the page: its source as a reader or a machine would read it, and its
        text without the markup in between."""
        return plain(self._source) + "\n" + plain("".join(self._said))

    @property
    def stories(self) -> set[int]:
        """Every story that an address on the page names."""
        return {int(own or within) for own, within in _STORY.findall(self._source)}


def plain(text: str) -> str:
    """Without escapes and with single spaces, so that equal words are equal strings."""
    text = _UNICODE_ESCAPE.sub(lambda found: chr(int(found[1], 16)), html.unescape(text))
    return _SPACES.sub(" ", text.replace('\\"', '"').replace("\\/", "/")).strip()
