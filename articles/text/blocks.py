"""A body as the paragraphs that people see: list entries and rows are paragraphs of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.text.figures import caption_of, is_figure, lift_figures
from articles.text.plain import plain_text
from articles.text.tree import Element, Node, elements, parse, serialise

# What only holds paragraphs: each of these is looked into.
HOLDERS = frozenset({"ul", "ol", "blockquote", "table", "thead", "tbody"})


@dataclass(frozen=True)
class Block:
    """``html`` is what it is told apart by; ``words`` what is read (of a photo, its caption)."""

    tag: str
    html: str
    words: str
    photo_id: int = 0
    links: tuple[str, ...] = ()
    holder: str = ""

    @cached_property
    def size(self) -> int:
        """In words."""
        return len(self.words.split())

    @cached_property
    def bag(self) -> Counter[str]:
        return Counter(self.words.split())


def blocks_of(html: str) -> list[Block]:
    """Those of a cleaned body, in order."""
    return list(_blocks(lift_figures(parse(html)), ""))


def _blocks(nodes: Iterable[Node], holder: str) -> Iterator[Block]:
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                yield Block("p", node, node.strip(), holder=holder)
        elif is_figure(node) and node.attributes.get("data-photo", "").isdecimal():
            yield _photo(node)
        elif node.tag in HOLDERS:
            yield from _blocks(node.children, holder or node.tag)
        else:
            yield _words(node, holder)


def _photo(figure: Element) -> Block:
    caption = plain_text(serialise(caption_of(figure).children))
    return Block("figure", serialise([figure]), caption, int(figure.attributes["data-photo"]))


def _words(element: Element, holder: str) -> Block:
    links = (one.attributes.get("href", "") for one in elements([element]) if one.tag == "a")
    html = serialise([element])
    # A list entry and a paragraph with the same words are not the same.
    return Block(element.tag, f"{holder}{html}", plain_text(html), 0, tuple(filter(None, links)),
                 holder)  # fmt: skip
