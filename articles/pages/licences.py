"""Creative Commons licences as readers and machines are told of them."""

from __future__ import annotations

from articles.pages.shapes import Link
from articles.vocabularies import Licence

DEEDS = "https://creativecommons.org/"


def licence_link(licence: str) -> Link | None:
    """Name and address of a licence; None where there is none."""
    if licence not in Licence:
        return None
    if licence == Licence.CC0:
        return Link("CC0 1.0", f"{DEEDS}publicdomain/zero/1.0/")
    terms = licence.removeprefix("cc-")
    return Link(f"{Licence(licence).label} 4.0", f"{DEEDS}licenses/{terms}/4.0/")
