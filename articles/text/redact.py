"""Take passages out of text, HTML and data, wherever they stand and however they are broken.

Matched by words: case, spaces and tags in between do not matter. Better too much than too little:
"Ali" is found in "Alibek", too; the desk shows every place before anything is done.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable
from typing import Any

from articles.text.tree import Node, parse, serialise

TAG = re.compile(r"(<[^<>]*>)")
ATTRIBUTE = re.compile(r'(\s[\w:-]+=")([^"]*)(")')
# Between two words of a passage: any space, also the unbreakable and the invisible.
GAP = r"[\s\u200b\u200c\u200d\u2060\xad]+"
AROUND = 40


def pattern_of(passages: Iterable[str]) -> re.Pattern[str]:
    """The longest first, so that a full name goes before the surname alone."""
    told = sorted({" ".join(one.split()) for one in passages} - {""}, key=len, reverse=True)
    if not told:
        raise ValueError("There is nothing to look for.")
    found = (GAP.join(re.escape(word) for word in one.split()) for one in told)
    return re.compile("|".join(found), re.IGNORECASE)


def redact(
    value: Any, passages: re.Pattern[str], instead: str, words: Collection[str] | None = None
) -> Any:
    """``value`` (text, HTML, or data of them) with every match replaced; the same when none is.

    Of data only what stands under a key that is one of ``words`` is text (None: all of it is):
    "standard" is no place for a Stan.
    """
    if isinstance(value, str):
        if TAG.search(value):
            return _in_html(value, passages, instead)
        return passages.sub(lambda _found: instead, value)
    if isinstance(value, list):
        return [redact(one, passages, instead, words) for one in value]
    if isinstance(value, dict):
        return {
            name: redact(one, passages, instead, words) if _is_read(name, one, words) else one
            for name, one in value.items()
        }
    return value


def places(
    value: Any, passages: re.Pattern[str], words: Collection[str] | None = None
) -> list[str]:
    """Each match with a few words around it, as plain text."""
    if isinstance(value, str):
        plain = html.unescape(TAG.sub("", value)) if TAG.search(value) else value
        return [_around(plain, found) for found in passages.finditer(plain)]
    if isinstance(value, dict):
        value = [one for name, one in value.items() if _is_read(name, one, words)]
    if isinstance(value, list):
        return [place for one in value for place in places(one, passages, words)]
    return []


def _is_read(name: str, value: Any, words: Collection[str] | None) -> bool:
    """Forms call a field of their third row ``bylines-2-text``."""
    holds_text = isinstance(value, str) or (
        isinstance(value, list) and any(isinstance(one, str) for one in value)
    )
    return words is None or not holds_text or name.rpartition("-")[2] in words


def without_photo(body: str, photo: int) -> str:
    """A cleaned body without the placeholders of ``photo``; the same where it has none."""
    if f'data-photo="{photo}"' not in body:
        return body
    return serialise(_without(parse(body), str(photo)))


def _without(nodes: Iterable[Node], photo: str) -> list[Node]:
    return [
        node if isinstance(node, str) else node.holding(_without(node.children, photo))
        for node in nodes
        if isinstance(node, str) or node.attributes.get("data-photo") != photo
    ]


def _around(text: str, found: re.Match[str]) -> str:
    before = "…" if found.start() > AROUND else ""
    after = "…" if found.end() + AROUND < len(text) else ""
    return before + text[max(0, found.start() - AROUND) : found.end() + AROUND] + after


def _in_html(value: str, passages: re.Pattern[str], instead: str) -> str:
    """Matches may reach over tags: their first piece gets ``instead``, the others lose theirs."""
    pieces = TAG.split(value)
    texts = [html.unescape(piece) for piece in pieces[::2]]
    cuts = [found.span() for found in passages.finditer("".join(texts))]
    pieces[::2] = [
        html.escape(text, quote=False).replace("\xa0", "&nbsp;")
        for text in _cut(texts, cuts, instead)
    ]
    pieces[1::2] = [_in_tag(tag, passages, instead) for tag in pieces[1::2]]
    return "".join(pieces)


def _cut(texts: list[str], cuts: list[tuple[int, int]], instead: str) -> list[str]:
    """``texts`` without the ``cuts``, which count through all of them."""
    made, at = [], 0
    for text in texts:
        kept, here = "", at
        for start, end in cuts:
            if end <= at or start >= at + len(text):
                continue
            kept += text[here - at : max(start, at) - at] + (instead if start >= at else "")
            here = min(end, at + len(text))
        made.append(kept + text[here - at :])
        at += len(text)
    return made


def _in_tag(tag: str, passages: re.Pattern[str], instead: str) -> str:
    """Alternative texts, titles, captions and addresses stand in attributes."""

    def clean(found: re.Match[str]) -> str:
        plain = passages.sub(lambda _found: instead, html.unescape(found[2]))
        return found[1] + html.escape(plain) + found[3]

    return ATTRIBUTE.sub(clean, tag) if passages.search(html.unescape(tag)) else tag
