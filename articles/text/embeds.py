"""Posts and films of other houses: whose may stand in a story, and under which one address.

An embed is stored as its address and read as a link. Nothing of it is asked for before a reader
taps it: a page must not tell a third party who reads what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

LONGEST = 400


@dataclass(frozen=True)
class Embed:
    provider: str
    url: str


# Each with the host that its links get, the hosts they come from, and what of a query is address.
_PROVIDERS: tuple[tuple[str, str, tuple[str, ...], frozenset[str]], ...] = (
    ("YouTube", "www.youtube.com", ("youtube.com", "youtube-nocookie.com"),
     frozenset({"v", "t", "list"})),
    ("YouTube", "youtu.be", ("youtu.be",), frozenset({"t"})),
    ("Vimeo", "vimeo.com", ("vimeo.com", "player.vimeo.com"), frozenset({"h"})),
    ("Telegram", "t.me", ("t.me", "telegram.me"), frozenset({"comment", "single"})),
    ("X", "x.com", ("x.com", "twitter.com"), frozenset()),
    ("Instagram", "www.instagram.com", ("instagram.com",), frozenset()),
    ("Facebook", "www.facebook.com", ("facebook.com", "fb.com"),
     frozenset({"v", "id", "fbid", "story_fbid"})),
    ("Facebook", "fb.watch", ("fb.watch",), frozenset()),
    ("TikTok", "www.tiktok.com", ("tiktok.com",), frozenset()),
    ("TikTok", "vm.tiktok.com", ("vm.tiktok.com",), frozenset()),
    ("SoundCloud", "soundcloud.com", ("soundcloud.com",), frozenset()),
)  # fmt: skip
_BY_HOST = {
    host: (name, canonical, kept) for name, canonical, hosts, kept in _PROVIDERS for host in hosts
}
_LEADING = re.compile(r"^(?:www|m|mobile)\.")
_PATH = re.compile(r"(?:/[A-Za-z0-9_.~@+:=,-]+)+/?")
_VALUE = re.compile(r"[A-Za-z0-9_.,-]+")


def embed_of(address: str) -> Embed | None:
    """What ``address`` leads to, without what only counts readers; None: not to be embedded."""
    address = address.strip()
    if len(address) > LONGEST or not address.isascii():
        return None
    try:
        parts = urlsplit(address)
        has_more = "@" in parts.netloc or parts.port is not None
    except ValueError:  # half an IPv6 address, a port that is none
        return None
    found = _BY_HOST.get(_LEADING.sub("", (parts.hostname or "").lower()))
    if found is None or has_more or parts.scheme not in {"http", "https"}:
        return None
    if not _PATH.fullmatch(parts.path):  # also: the front page of a provider is nobody's post
        return None
    name, host, kept = found
    asked = [(key, value) for key, value in parse_qsl(parts.query) if key in kept]
    query = urlencode([(key, value) for key, value in asked if _VALUE.fullmatch(value)])
    return Embed(name, f"https://{host}{parts.path}" + (f"?{query}" if query else ""))


def providers_by_host() -> dict[str, str]:
    """For the desk's editor: which host belongs to whom."""
    return {host: name for host, (name, _canonical, _kept) in _BY_HOST.items()}
