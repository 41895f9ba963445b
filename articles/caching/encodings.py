"""The bytes of a page in each encoding, made once, and which of them a reader takes."""

from __future__ import annotations

import gzip

import brotli

IDENTITY, GZIP, BROTLI = "", "gzip", "br"
SUFFIX = {IDENTITY: "", GZIP: "-gz", BROTLI: "-br"}


def encoded(body: bytes) -> dict[str, bytes]:
    return {
        IDENTITY: body,
        GZIP: gzip.compress(body, 6, mtime=0),
        BROTLI: brotli.compress(body, quality=6),
    }


def chosen(accepted: str) -> str:
    """The smallest that ``Accept-Encoding`` allows; a coding with q=0 is refused."""
    if accepted in _COMMON:
        return _COMMON[accepted]
    offers = {}
    for part in accepted[:200].lower().split(","):
        name, _semicolon, rest = part.partition(";")
        quality = rest.replace(" ", "").removeprefix("q=")
        offers[name.strip()] = quality not in {"0", "0.0", "0.00", "0.000"}
    for coding in (BROTLI, GZIP):
        if offers.get(coding, False):
            return coding
    return IDENTITY


_COMMON = {
    "": IDENTITY,
    "gzip, deflate, br, zstd": BROTLI,
    "gzip, deflate, br": BROTLI,
    "gzip, deflate": GZIP,
    "gzip": GZIP,
}
