"""A story's body: what can be counted in it, and its pictures on the way in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.text import allowlist
from articles.text.characters import drop_forbidden
from articles.text.figures import caption_of, lifted_from
from articles.text.plain import paragraphs_to_html, plain_text
from articles.text.segments import (
    EmbedSegment,
    FactSegment,
    HtmlSegment,
    PhotoSegment,
    QuoteSegment,
    RelatedSegment,
    Segment,
    split,
)
from articles.text.tree import Element, Node, elements, parse, serialise

__all__ = [
    "EmbedSegment",
    "FactSegment",
    "HtmlSegment",
    "PhotoSegment",
    "QuoteSegment",
    "RelatedSegment",
    "Segment",
    "paragraphs_to_html",
    "photo_ids",
    "plain_text",
    "replace_figures",
    "split",
    "word_count",
]

_IMPORTED_TAGS = allowlist.BODY_TAGS | allowlist.DISSOLVED | frozenset(allowlist.RENAMED) | {"img"}


def photo_ids(html: str) -> list[int]:
    """Every photograph that a cleaned body shows, in order; one shown twice is named twice."""
    return [part.photo_id for part in split(html) if isinstance(part, PhotoSegment)]


# Written without spaces: each Chinese or Japanese sign counts as a word, and in Thai, Lao, Khmer
# and Burmese about five signs do. Tibetan parts its syllables with a mark of its own.
_SIGN = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,5}")
_SYLLABLE_MARK = re.compile("[\u0f0b-\u0f14]")


def word_count(html: str) -> int:
    """Words of a cleaned body in any script; captions and pull quotes are not read twice."""
    text = _SYLLABLE_MARK.sub(" ", plain_text(html))
    text = _UNSPACED.sub(" x ", _SIGN.sub(" x ", text))
    return sum(any(map(_is_spoken, token)) for token in text.split())


def _is_spoken(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def replace_figures(
    html: str,
    mapping: Mapping[str, int],
    attribute: str = "data-assoc-ref",
    *,
    keep_caption: bool = False,
) -> str:
    """Imported HTML with placeholders for the pictures that `mapping` knows, others dropped.

    The reference may stand on a figure or on an img, in a figure or alone. The result still has to
    be cleaned. A `data-photo` in the import is not believed: it would name a photograph of ours.
    """
    attributes = {**allowlist.ATTRIBUTES, "figure": frozenset({attribute})}
    reader = allowlist.cleaner(
        _IMPORTED_TAGS, attributes={**attributes, "img": frozenset({attribute})}
    )
    replacer = _Replacer(mapping, attribute, keep_caption)
    return serialise(replacer.all(parse(reader.clean(drop_forbidden(html)))))


@dataclass(frozen=True)
class _Replacer:
    mapping: Mapping[str, int]
    attribute: str
    keep_caption: bool

    def all(self, nodes: Iterable[Node]) -> list[Node]:
        replaced: list[Node] = []
        for node in nodes:
            replaced += [node] if isinstance(node, str) else self._element(node)
        return replaced

    def _element(self, element: Element) -> list[Node]:
        if element.tag == "img":
            return self._placeholder(element, [])
        if element.tag != "figure":
            return [element.holding(self.all(element.children))]
        caption: list[Node] = [caption_of(element)] if self.keep_caption else []
        return [*self._placeholder(element, caption), *self.all(lifted_from(element))]

    def _placeholder(self, source: Element, caption: list[Node]) -> list[Node]:
        references = (node.attributes.get(self.attribute) for node in elements([source]))
        reference = next(filter(None, references), "")
        if reference not in self.mapping:
            return []
        return [Element("figure", {"data-photo": str(self.mapping[reference])}, caption)]
