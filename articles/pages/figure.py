"""From a photo in the published document to what ``<picture>`` needs."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from articles.pages.addresses import media_url
from articles.pages.shapes import Figure

PREFERRED = 640  # the fallback for browsers without srcset
SHARED = 1280  # wide enough for a share card, light enough for its services


def figure_of(photo: dict[str, Any] | None) -> Figure | None:
    """None for a photo without public files: never a broken image."""
    if not photo or not photo["files"].get("jpeg"):
        return None
    jpegs = photo["files"]["jpeg"]
    width, height, name = _nearest(jpegs, PREFERRED)
    credit = gettext("Photo: %(credit)s") % {"credit": photo["credit"]} if photo["credit"] else ""
    return Figure(
        photo=photo["photo"],
        alt=photo["alt"],
        caption=photo["caption"],
        credit=credit,
        width=width,
        height=height,
        src=media_url(name),
        webp=_srcset(photo["files"].get("webp", [])),
        jpeg=_srcset(jpegs),
        share=media_url(_nearest(jpegs, SHARED)[2]),
    )


def _nearest(files: list[list[Any]], width: int) -> list[Any]:
    return min(files, key=lambda row: abs(row[0] - width))


def _srcset(files: list[list[Any]]) -> str:
    return ",".join(f"{media_url(name)} {width}w" for width, _height, name in files)
