"""A cleaned body in reading order: words, photographs, and what else may stand among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from articles.text.embeds import embed_of
from articles.text.figures import EMBED, PHOTO, STORY, caption_of, is_figure, lift_figures
from articles.text.plain import plain_text
from articles.text.tree import Element, Node, parse, serialise


@dataclass(frozen=True)
class HtmlSegment:
    """Cleaned blocks between two of the others."""

    html: str

    @property
    def plain(self) -> str:
        return plain_text(self.html)


@dataclass(frozen=True)
class PhotoSegment:
    """A photograph in its place; `caption` is cleaned inline HTML that overrides the library's."""

    photo_id: int
    caption: str

    @property
    def plain(self) -> str:
        return plain_text(self.caption)


@dataclass(frozen=True)
class QuoteSegment:
    """A pull quote; `source` says in plain words who spoke."""

    html: str
    source: str

    @property
    def plain(self) -> str:
        words = plain_text(self.html)
        return f"{words}\n— {self.source}" if self.source else words


@dataclass(frozen=True)
class EmbedSegment:
    """A post or film elsewhere; `title` says in the editor's plain words what it is."""

    url: str
    provider: str
    title: str

    @property
    def plain(self) -> str:
        return f"{self.title or self.provider}: {self.url}"


@dataclass(frozen=True)
class RelatedSegment:
    """Another story of ours; what it is called is known only where it may be read."""

    story_id: int
    plain: str = ""


@dataclass(frozen=True)
class FactSegment:
    """A fact box: `title` is its heading in plain words."""

    title: str
    html: str

    @property
    def plain(self) -> str:
        return "\n".join(filter(None, [self.title, plain_text(self.html)]))


Segment = HtmlSegment | PhotoSegment | QuoteSegment | EmbedSegment | RelatedSegment | FactSegment


def split(html: str) -> list[Segment]:
    """A cleaned body as segments in reading order."""
    blocks = [node for node in lift_figures(parse(html)) if isinstance(node, Element)]
    segments: list[Segment] = []
    for is_own, run in groupby(blocks, _stands_alone):
        members = list(run)
        segments += map(_alone, members) if is_own else [_words(members)]
    return segments


def _stands_alone(block: Element) -> bool:
    return is_figure(block) or "data-kind" in block.attributes


def _alone(block: Element) -> Segment:
    if block.tag == "blockquote":
        return _quote(block)
    if block.tag == "aside":
        return _fact(block)
    if PHOTO in block.attributes:
        return PhotoSegment(int(block.attributes[PHOTO]), serialise(caption_of(block).children))
    if STORY in block.attributes:
        return RelatedSegment(int(block.attributes[STORY]))
    embed = embed_of(block.attributes.get(EMBED, ""))
    title = _bare(caption_of(block).children)
    return EmbedSegment(embed.url, embed.provider, title) if embed else HtmlSegment("")


def _quote(block: Element) -> QuoteSegment:
    """The last line is who spoke when it holds nothing but a `cite`."""
    *words, last = _blocks_in(block) or [Element("p")]
    if [_tag(node) for node in last.children if _is_seen(node)] == ["cite"]:
        return QuoteSegment(_lines(words), _bare(last.children))
    return QuoteSegment(_lines([*words, last]), "")


def _fact(block: Element) -> FactSegment:
    first, *rest = _blocks_in(block) or [Element("p")]
    if first.tag in {"h2", "h3", "h4"}:
        return FactSegment(_bare([first]), _lines(rest))
    return FactSegment("", _lines([first, *rest]))


def _blocks_in(block: Element) -> list[Element]:
    """Without the line ends that editors put between them."""
    return [node for node in block.children if isinstance(node, Element)]


def _is_seen(node: Node) -> bool:
    """Not the line ends that editors put around an element."""
    return isinstance(node, Element) or bool(node.strip())


def _tag(node: Node) -> str:
    return node.tag if isinstance(node, Element) else ""


def _bare(nodes: Iterable[Node]) -> str:
    return plain_text(serialise(nodes)).replace("\n", " ")


def _lines(blocks: Iterable[Node]) -> str:
    return "\n".join(serialise([block]) for block in blocks if isinstance(block, Element))


def _words(blocks: Iterable[Element]) -> HtmlSegment:
    return HtmlSegment(_lines(blocks))
