"""Varnish with deploy/varnish/default.vcl: the method PURGE, tags in a header (vmod xkey)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from articles.caching.backends.asking import ask

# Varnish takes headers of up to 8 KB.
LONGEST = 4000


class Varnish:
    def __init__(self, url: str) -> None:
        self.url = url

    def purge(self, tags: Collection[str], *, hard: bool, position: int = 0) -> None:
        for line in _lines(tags):
            ask(
                "PURGE",
                self.url,
                {
                    "Purgetags": line,
                    "Purgehard": "1" if hard else "0",
                    "Purgeposition": str(position),
                },
            )


def _lines(tags: Collection[str]) -> Iterator[str]:
    line = ""
    for tag in sorted(tags):
        if line and len(line) + len(tag) >= LONGEST:
            yield line
            line = ""
        line = f"{line} {tag}".strip()
    if line:
        yield line
