"""By what a withheld story could be recognised: its address and its first words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.models.published import PublishedStory
from articles.proof.seen import plain
from articles.text.body import plain_text

# Shorter words ("Weather") stand on pages for many reasons; the address gives such a story away.
SHORTEST = 12
_SENTENCE = re.compile(r".+?[.!?…。؟۔।](?=\s|$)", re.DOTALL)


@dataclass(frozen=True)
class Trace:
    """``needle`` on a page betrays the story; ``what`` says what of it that is."""

    story: int
    what: str
    needle: str


def traces_of(row: PublishedStory) -> list[Trace]:
    """Reads the document: for the few stories that are withheld somewhere."""
    words = {
        "headline": row.headline,
        "standfirst": row.standfirst,
        "first sentence": _first_sentence(row),
    }
    found = [Trace(row.pk, "address", f"/{row.pk}.html")]
    if row.slug:
        found.append(Trace(row.pk, "slug", f"/a/{row.slug}/"))
    cleaned = {what: plain(text) for what, text in words.items()}
    return found + [
        Trace(row.pk, what, text) for what, text in cleaned.items() if len(text) >= SHORTEST
    ]


def betrayed(traces: list[Trace], words: str, own_path: str) -> Iterator[Trace]:
    """The traces found in ``words``; a page may name the address at which it was asked for."""
    if own_path:
        words = words.replace(own_path, "")
    yield from (trace for trace in traces if trace.needle in words)


def _first_sentence(row: PublishedStory) -> str:
    segments = row.document.get("segments", ())
    html = next((part["html"] for part in segments if part["kind"] == "html"), "")
    first = plain_text(html).partition("\n")[0]
    sentence = _SENTENCE.match(first)
    return sentence[0] if sentence else first
