"""docs/lighthouse.md: what was measured, as a table and in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

HEADS = (
    "page", "performance", "accessibility", "best practices", "SEO",
    "LCP", "TBT", "most", "CLS", "weight", "requests", "runs",
)  # fmt: skip
AHEAD = (
    "The browser's processes go before the measuring program's (`benchmarks/ahead.py`): on a phone "
    "that runs on another machine."
)
BESIDE = "The measuring program ran beside the browser: what it took is in the blocking times."


def table_of(rows: Sequence[Sequence[str]]) -> str:
    lines = [HEADS, ["---"] * len(HEADS), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page_of(table: str, of_a_word: Sequence[int], *, ahead: bool) -> str:
    """``of_a_word``: milliseconds for which a page of one word blocked, in each of its runs."""
    return (
        f"# Lighthouse\n\nMeasured on {datetime.now(UTC):%d %B %Y} by `make lighthouse` on the "
        "demonstration's stories, served as a production site would be: a phone,\nslow 4G, a "
        "processor at a quarter of its speed. The median of a page's runs counts, and beside it\n"
        f"stands the most that any of them blocked (TBT).\n{AHEAD if ahead else BESIDE}\n"
        f"A page of one word, measured among them, blocked for {', '.join(map(str, of_a_word))} "
        "ms. No page runs anything but scripts of our own under 5 KB.\nLeft out are `robots-txt` "
        "(it asks from inside the page, as our policy forbids) and, on results of a search,\n"
        f"`is-crawlable`: they ask not to be found.\n\n{table}\n"
    )
