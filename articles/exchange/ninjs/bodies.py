"""Which of an item's bodies we take, and what of it is not the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.exchange.ninjs.fields import Fields
from articles.text.body import paragraphs_to_html

ROLE_ORDER = ("html5", "html", "xhtml", "main", "richhtml5")
# Agencies' wrappers that repeat what the item says in fields of its own.
FURNITURE = re.compile(
    r"<(?P<tag>div|span|p)[^>]*\bclass=\"(?:dat|byline|vignette|source)\"[^>]*>"
    r"(?:(?!<(?P=tag)\b).)*?</(?P=tag)>",
    re.DOTALL,
)
HEAD = re.compile(r"<head\b.*?</head>", re.DOTALL | re.IGNORECASE)
TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)


def best_body(bodies: Sequence[Fields], headline: str) -> str:
    """The best body as HTML that still has to be cleaned: html preferred to text."""
    pages = [row for row in bodies if row.text("contentType").startswith("text/html")]
    if pages:
        best = min(pages, key=lambda row: _rank(row.text("role")))
        return _without_furniture(best.text("value"), headline)
    texts = [row for row in bodies if row.text("contentType") in ("text/plain", "")]
    return paragraphs_to_html(texts[0].text("value")) if texts else ""


def _rank(role: str) -> int:
    return ROLE_ORDER.index(role) if role in ROLE_ORDER else len(ROLE_ORDER)


def _without_furniture(html: str, headline: str) -> str:
    html = FURNITURE.sub("", HEAD.sub("", html))
    return TITLE.sub(lambda title: "" if _same(title.group(1), headline) else title.group(0), html)


def _same(markup: str, headline: str) -> bool:
    return " ".join(re.sub(r"<[^>]+>", "", markup).split()) == " ".join(headline.split())
