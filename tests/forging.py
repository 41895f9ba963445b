"""Headers by which somebody tries to be elsewhere, in every spelling that a server might take."""

from __future__ import annotations

import itertools
import random

NAMES = [
    "CF-IPCountry", "CF-Region-Code", "CloudFront-Viewer-Country",
    "CloudFront-Viewer-Country-Region", "X-Akamai-Edgescape", "X-Client-Geo-Country",
    "X-AppEngine-Country", "X-AppEngine-Region", "Fastly-Client-IP", "Fastly-Geo-Country",
    "Surrogate-Control", "Surrogate-Key", "Surrogate-Position", "Noticeplace", "Noticezone",
    "Noticestep", "Noticeurl", "Noticeasked", "X-Forwarded-For", "X-Forwarded-Host", "Forwarded",
    "X-Real-IP", "Said", "Hops", "True-Client-IP", "Newsroom-Life", "Purgetags", "xkey",
]  # fmt: skip
VALUES = [
    "GB", "RU", "US", "UA-43", "DE", "XX", "T1", "", "0", "page", "8.8.8.8", "212.58.244.1",
    "127.0.0.1", "for=212.58.244.1", "georegion=1,country_code=GB", "max-age=86400", "notices",
]  # fmt: skip


def spellings(name: str) -> list[str]:
    """With a hyphen or an underscore at every seam."""
    parts = name.split("-")
    seams = itertools.product("-_", repeat=len(parts) - 1)
    return ["".join(itertools.chain(*zip(parts, [*seam, ""], strict=True))) for seam in seams]


def forged(chance: random.Random, most: int = 4) -> list[tuple[str, str]]:
    """A few lines, some of them repeated, in any mixture of cases."""
    lines = []
    for _line in range(chance.randint(0, most)):
        name = chance.choice(spellings(chance.choice(NAMES)))
        name = chance.choice([name, name.lower(), name.upper(), name.swapcase()])
        lines += [(name, chance.choice(VALUES)) for _time in range(chance.choice((1, 1, 2)))]
    return lines
