"""Between a body's HTML and its bare words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from articles.text.allowlist import BLOCKS
from articles.text.characters import drop_forbidden, is_blank
from articles.text.figures import is_figure
from articles.text.tree import Element, Node, parse

_OWN_LINE = BLOCKS | {"li", "caption", "tr"}
_SPACES = re.compile(r"[ \t\n]+")
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def plain_text(body: str) -> str:
    """The words of a cleaned body, one block to a line.

    Without captions and pull quotes: those words stand beside the text, or in it already.
    """
    text = "".join(_pieces(parse(body)))
    lines = (line.strip(" ") for line in text.split("\v"))
    return "\n".join(line for line in lines if line)


def _pieces(nodes: Iterable[Node]) -> Iterator[str]:
    # \v marks a line's end: cleaned text cannot hold one, and "\n" inside HTML is only a space
    for node in nodes:
        if isinstance(node, str):
            yield _SPACES.sub(" ", node)
        elif not (is_figure(node) or is_pulled(node)):
            yield from _piece(node)


def is_pulled(node: Element) -> bool:
    return node.tag == "blockquote" and "data-kind" in node.attributes


def _piece(element: Element) -> Iterator[str]:
    edge = "\v" if element.tag in _OWN_LINE or element.tag == "br" else ""
    yield edge
    yield from _pieces(element.children)
    yield " " if element.tag in {"td", "th"} else edge


def paragraphs_to_html(text: str) -> str:
    """Plain text as escaped paragraphs.

    Blank lines part paragraphs, and single newlines inside them are line breaks; in a text without
    blank lines (the usual agency item) every line is a paragraph.
    """
    text = drop_forbidden(text).strip("\n")
    parts = _BLANK_LINE.split(text) if _BLANK_LINE.search(text) else text.split("\n")
    return "\n".join(f"<p>{_broken(part)}</p>" for part in parts if not is_blank(part))


def _broken(paragraph: str) -> str:
    lines = (line.strip() for line in paragraph.strip().split("\n"))
    return "<br>".join(html.escape(line, quote=False) for line in lines)
