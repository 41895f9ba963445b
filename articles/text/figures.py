"""Placeholders in a body: `<figure data-photo="12">`, perhaps with its own caption.

A post or film of another house is `<figure data-embed="https://…">` with a caption that says what
it is, another story of ours `<figure data-story="7">`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from articles.text.allowlist import PHRASE_BLOCKS, RENAMED
from articles.text.tree import Element, Node, elements

PHOTO, EMBED, STORY = "data-photo", "data-embed", "data-story"
_PROSE = PHRASE_BLOCKS | {"blockquote", "ul", "ol", "table", "figure", "aside"}


def is_figure(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "figure"


def meaning_of(figure: Element) -> dict[str, str]:
    """The one attribute that says what it stands for; of several the first counts."""
    named = (name for name in (PHOTO, EMBED, STORY) if name in figure.attributes)
    return {name: figure.attributes[name] for name in list(named)[:1]}


def caption_of(figure: Element) -> Element:
    """The figure's first caption; an empty one when it has none."""
    found = (node for node in figure.children if isinstance(node, Element))
    return next((node for node in found if node.tag == "figcaption"), Element("figcaption"))


def lifted_from(figure: Element) -> list[Node]:
    """Paragraphs that stand in a figure (an unclosed tag swallows the story) and must not be lost.

    Loose words are: picture desks put credits there, and ours come from the photograph itself.
    """
    return [node for node in figure.children if isinstance(node, Element) and _is_prose(node)]


def _is_prose(element: Element) -> bool:
    if element.tag == "figcaption":
        return False
    inside = elements([element])
    return any(RENAMED.get(inner.tag, inner.tag) in _PROSE for inner in inside)


def lift_figures(blocks: Iterable[Node]) -> list[Node]:
    """Bring nested figures to the top: a quotation splits there, other blocks come before them."""
    lifted: list[Node] = []
    for block in blocks:
        if isinstance(block, str) or is_figure(block):
            lifted.append(block)
        elif block.tag == "blockquote":
            lifted += _split_around(block)
        else:
            lifted += [_without_figures(block), *filter(is_figure, elements([block]))]
    return lifted


def _split_around(quotation: Element) -> list[Node]:
    parts: list[Node] = []
    for is_photo, run in groupby(lift_figures(quotation.children), is_figure):
        members = list(run)
        parts += members if is_photo else [quotation.holding(members)]
    return parts


def _without_figures(element: Element) -> Element:
    kept = (node for node in element.children if not is_figure(node))
    return element.holding(n if isinstance(n, str) else _without_figures(n) for n in kept)
