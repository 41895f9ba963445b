"""Give cleaned HTML the shape of a story: a row of blocks, words only inside them, nothing empty.

nh3 makes HTML safe; this makes it valid and uniform, so that templates may rely on its shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from articles.text import allowlist
from articles.text.characters import compose, drop_forbidden, is_blank
from articles.text.direction import BidiRun
from articles.text.figures import STORY, caption_of, lift_figures, lifted_from, meaning_of
from articles.text.tree import Element, Node, elements, walk

_NEEDS_ATTRIBUTES = frozenset({"a", "span", "bdo"})  # without one they say nothing
_MAY_BE_EMPTY = frozenset({"br", "hr", "figure", "td", "th", "tr", "thead", "tbody"})


class Shaper:
    """Shapes a tree so that it holds no tag outside `tags`."""

    def __init__(self, tags: frozenset[str]) -> None:
        self._tags = tags

    def story(self, nodes: Iterable[Node]) -> list[Node]:
        """The nodes as top-level blocks, photographs among them, direction marks closed."""
        blocks = _blocks(self._all(nodes, ""), Element("p"))
        return close_bidi(lift_figures(blocks))

    def _all(self, nodes: Iterable[Node], parent: str) -> list[Node]:
        shaped: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                shaped.append(drop_forbidden(node))
            else:
                shaped.extend(self._element(node, parent))
        return shaped

    def _element(self, source: Element, parent: str) -> list[Node]:
        tag = allowlist.RENAMED.get(source.tag, source.tag)
        if tag == "figure":
            return self._figure(source)
        children = self._all(source.children, tag)
        element = Element(tag, source.attributes, children)
        if tag not in self._tags or (tag == "aside" and not _is_box(element, parent)):
            return _dissolved(element)
        if not (has_content(children) or tag in _MAY_BE_EMPTY):
            return children if tag in allowlist.INLINE else []
        return _settled(element, parent)

    def _figure(self, figure: Element) -> list[Node]:
        rest = _blocks(self._all(lifted_from(figure), ""), Element("p"))
        meaning = meaning_of(figure)
        if "figure" not in self._tags or not meaning:
            return rest
        caption = caption_of(figure)
        words = _phrases(self._all(caption.children, "figcaption"))
        kept = [caption.holding(words)] if has_content(words) and STORY not in meaning else []
        return [Element("figure", meaning, list[Node](kept)), *rest]


def _is_box(element: Element, parent: str) -> bool:
    """A box of facts stands between blocks, never in one."""
    return "data-kind" in element.attributes and not parent


def _dissolved(element: Element) -> list[Node]:
    if element.tag == "br":
        return [" "]
    if element.tag in allowlist.INLINE:
        return element.children
    return _blocks(element.children, Element("p"))


def _settled(element: Element, parent: str) -> list[Node]:
    """An allowed element where it may stand; elsewhere its content."""
    children = element.children
    if element.tag in allowlist.INLINE:
        return children if _is_idle(element) else [element]
    if element.tag in allowlist.PHRASE_BLOCKS:
        return _blocks(children, element)
    if element.tag == "aside":
        return [element.holding(_blocks(children, Element("p")))]
    if element.tag in {"ul", "ol"}:
        return [element.holding(_regroup(children, lambda tag: tag == "li", Element("li")))]
    misplaced_item = element.tag == "li" and parent not in {"ul", "ol"}
    if misplaced_item or element.tag == "figcaption":
        return _blocks(children, Element("p"))
    return [element]


def _is_idle(element: Element) -> bool:
    """An inline element that says nothing, or that wraps what it must not wrap."""
    if element.tag in _NEEDS_ATTRIBUTES and not element.attributes:
        return True
    barred = allowlist.BLOCKS | {"li"} | ({"a"} if element.tag == "a" else set())
    return any(inner.tag in barred for inner in elements(element.children))


def _blocks(nodes: list[Node], wrapper: Element) -> list[Node]:
    return _regroup(nodes, lambda tag: tag in allowlist.BLOCKS, wrapper)


def _regroup(nodes: list[Node], stands: Callable[[str], bool], wrapper: Element) -> list[Node]:
    """Nodes that may stand here as they are; every run of others inside a copy of `wrapper`."""
    grouped: list[Node] = []
    for free, run in groupby(nodes, lambda n: isinstance(n, Element) and stands(n.tag)):
        members = list(run)
        if free:
            grouped.extend(members)
        elif has_content(members):
            grouped.append(wrapper.holding(members))
    return grouped


def _phrases(nodes: Iterable[Node]) -> list[Node]:
    """The words of blocks as one line, for a caption."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, str) or node.tag in allowlist.INLINE:
            line.append(node)
        elif node.tag != "figure":
            line += [" ", *_phrases(node.children)]
    return line


def has_content(nodes: Iterable[Node]) -> bool:
    """Whether a reader would see anything."""
    return any(
        not is_blank(node) if isinstance(node, str) else node.tag in {"hr", "figure"}
        for node in walk(nodes)
    )


def close_bidi(nodes: Iterable[Node]) -> list[Node]:
    """Close embeddings and isolates at the end of each line of each block."""
    run = BidiRun()
    return [*_closed(nodes, run), run.close()]


def _closed(nodes: Iterable[Node], run: BidiRun) -> list[Node]:
    closed: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            closed.append(compose(run.feed(node)))
        elif node.tag in allowlist.INLINE and node.tag != "br":
            closed.append(node.holding(_closed(node.children, run)))
        else:
            closed += [run.close(), node.holding(close_bidi(node.children))]
    return closed
