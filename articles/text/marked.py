"""Plain text with a few marks, as it is typed in a hurry, to HTML.

A line is a paragraph; ``- `` and ``1. `` make lists, ``> `` a quotation, ``[words](address)`` a
link, ``**words**`` are stressed. Everything else is what it looks like.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

from articles.text.sanitise import clean_entry

_MARKS = (("ul", re.compile(r"[-•*](?:\s+|$)")), ("ol", re.compile(r"\d{1,3}[.)](?:\s+|$)")),
          ("blockquote", re.compile(r">\s*")))  # fmt: skip
# After escaping: no quotation mark can end the address, and brackets do not nest.
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(((?:https?://|mailto:)[^\s()\[\]]{1,1000})\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*")


def marked_to_html(text: str) -> str:
    """Cleaned HTML; whatever was typed, it can hold no more than an entry may."""
    lines = [line.strip() for line in text.splitlines()]
    blocks = (_block(kind, list(run)) for kind, run in groupby(filter(None, lines), _kind))
    return clean_entry("\n".join(block for run in blocks for block in run))


def _kind(line: str) -> str:
    return next((kind for kind, mark in _MARKS if mark.match(line)), "p")


def _block(kind: str, lines: list[str]) -> Iterator[str]:
    if kind == "p":
        yield from (f"<p>{_inline(line)}</p>" for line in lines)
        return
    mark = dict(_MARKS)[kind]
    inner = "p" if kind == "blockquote" else "li"
    items = (f"<{inner}>{_inline(mark.sub('', line, count=1))}</{inner}>" for line in lines)
    yield f"<{kind}>{''.join(items)}</{kind}>"


def _inline(line: str) -> str:
    line = _LINK.sub(r'<a href="\2">\1</a>', html.escape(line))
    return _STRONG.sub(r"<strong>\1</strong>", line)
