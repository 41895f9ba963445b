"""A small tree over HTML that nh3 has already made well-formed.

It is no HTML parser: tag soup goes through nh3 first, always.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

# Deeper elements are dissolved into their parent, so that no input can exhaust the stack.
MAX_DEPTH = 40
VOID = frozenset({"br", "hr", "img"})


@dataclass(frozen=True)
class Element:
    """A tag with attributes and children; text nodes are plain strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    def holding(self, children: Iterable[Node]) -> Element:
        """The same tag around other children."""
        return replace(self, children=list(children))


Node = Element | str


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.path = [Element("body")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        too_deep = len(self.path) > MAX_DEPTH and tag not in VOID
        if not too_deep:
            self.path[-1].children.append(element)
        if tag not in VOID:
            self.path.append(self.path[-1] if too_deep else element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.path) > 1:
            self.path.pop()

    def handle_data(self, data: str) -> None:
        self.path[-1].children.append(data)


def parse(well_formed: str) -> list[Node]:
    """The top-level nodes of a fragment that nh3 wrote."""
    builder = _Builder()
    builder.feed(well_formed)
    builder.close()
    return builder.path[0].children


def serialise(nodes: Iterable[Node]) -> str:
    """Nodes as HTML, escaped as nh3 escapes."""
    return "".join(_escape(node) if isinstance(node, str) else _markup(node) for node in nodes)


def _markup(element: Element) -> str:
    attributes = "".join(f' {name}="{_quote(v)}"' for name, v in element.attributes.items())
    if element.tag in VOID:
        return f"<{element.tag}{attributes}>"
    return f"<{element.tag}{attributes}>{serialise(element.children)}</{element.tag}>"


def _escape(text: str) -> str:
    return html.escape(text, quote=False).replace("\xa0", "&nbsp;")


def _quote(value: str) -> str:
    return _escape(value).replace('"', "&quot;")


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node below, in document order."""
    for node in nodes:
        yield node
        if isinstance(node, Element):
            yield from walk(node.children)


def elements(nodes: Iterable[Node]) -> Iterator[Element]:
    """Every element below, in document order."""
    return (node for node in walk(nodes) if isinstance(node, Element))
