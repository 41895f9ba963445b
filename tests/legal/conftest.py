"""Asking for a place as a server does: with a WSGI environment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articles.legal.atlas import Place, load_atlas
from articles.legal.place import place_of

EDGE = "10.0.0.9"


@pytest.fixture
def where(db) -> Callable[..., Place]:
    """``where(CF_IPCOUNTRY="RU")``: the headers' names as WSGI writes them."""
    atlas = load_atlas()

    def ask(peer=EDGE, trusted=("10.0.0.0/8",), header="CF-IPCountry", database="", **headers):
        environ = {"REMOTE_ADDR": peer} | {f"HTTP_{k}": v for k, v in headers.items()}
        return place_of(environ, atlas, trusted=trusted, header=header, database=database)

    return ask
