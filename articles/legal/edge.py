"""What an edge's header says about the reader's place, in any of the forms that edges have.

Read generously where the meaning is certain: ``RU``; ``UA-43`` (one header with the subdivision);
``UA,UA43`` (Google); ``georegion=…,country_code=UA,region_code=43`` (Akamai); ``USCA`` (CLDR's
codes of subdivisions). What follows the subdivision, a city for instance, is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from articles.legal.atlas import UNKNOWN, Atlas, Place

# The edge says that it does not know: somebody else may. Tor's T1 is no such word.
NOT_SAID = frozenset({"", "XX", "ZZ", "?"})
LONGEST_HEADER = 500
PLAIN, LONGEST_PLAIN_PART = 6, 32
_SEPARATED = re.compile(r"([A-Za-z0-9]{2})\s*[-_,;]\s*([^,;]*)")
_JOINED = re.compile(r"([A-Za-z]{2})([A-Za-z0-9]{2,3})")
_PAIRS = re.compile(r"(?:^|[,;&\s])(country_code|region_code)=([^,;&]*)")


def place_said(environ: Mapping[str, object], atlas: Atlas, header: str) -> Place | None:
    """The place that the configured header names; None when it says nothing at all.

    What is said but not understood is an unknown place, as is Tor's ``T1``: a guess from an
    address would not be better than what the edge knows.
    """
    country_header, _comma, subdivision_header = header.partition(",")
    said = _value(environ, country_header)
    if len(said) > 2:
        country, subdivision = _parts(said)
    else:
        country, subdivision = said, ""
    if country.upper() in NOT_SAID:
        return None
    if subdivision_header:
        subdivision = _value(environ, subdivision_header) or subdivision
    return atlas.place(country, subdivision) if len(country) == 2 else _joined(country, atlas)


def says_plainly(environ: Mapping[str, object], header: str) -> bool:
    """Whether the headers say something of which ``place_said`` surely makes a place.

    Plain are ``RU`` and ``UA-43``, or ``RU`` with a second header: nearly all that edges send.
    """
    words, *more = (str(environ.get(key, "")) for key in place_keys(header) or ("",))
    if len(words) > PLAIN or not words[:2].isalpha() or words[:2].upper() in NOT_SAID:
        return False
    if len(words) != 2 and not (words[2:3] == "-" and words[3:].isalnum()):
        return False
    return not more or len(more[0]) <= LONGEST_PLAIN_PART


@lru_cache(maxsize=8)
def place_keys(header: str) -> tuple[str, ...]:
    """Where WSGI puts the one or two headers; none, where none is configured."""
    return tuple(key_of(name) for name in header.split(",") if name)


def key_of(header: str) -> str:
    """Where WSGI puts a header, whichever of its variants was sent."""
    return "HTTP_" + header.strip().upper().replace("-", "_")


def _value(environ: Mapping[str, object], header: str) -> str:
    return str(environ.get(key_of(header), ""))[:LONGEST_HEADER].strip(" \t,;-")


def _parts(said: str) -> tuple[str, str]:
    """Country and subdivision; the whole of it when it cannot be parted."""
    if "=" in said:
        pairs = {name: value.strip() for name, value in _PAIRS.findall(said)}
        return pairs.get("country_code", ""), pairs.get("region_code", "")
    match = _SEPARATED.match(said)
    return (match[1], match[2]) if match else (said, "")


def _joined(said: str, atlas: Atlas) -> Place:
    """``USCA``, but not ``Chad`` or ``none``: the part must be one that there is."""
    match = _JOINED.fullmatch(said)
    code = atlas.gazetteer.part(match[1].upper(), match[2]) if match else ""
    return Place(code) if code else UNKNOWN
