"""The picture of a story for other sites: share cards and search engines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from articles.pages.addresses import media_url
from articles.pages.figure import is_over
from articles.pages.licences import licence_link

Photo = dict[str, Any]
CARD = (1200, 630)  # pixels of the share crop
WIDE_ENOUGH = 1280  # where there is no such crop: light enough for those who fetch it
CROPS = ("16x9", "4x3", "1x1")  # as search engines ask for them


@dataclass(frozen=True)
class Shared:
    """``url`` is absolute; ``images`` are the same picture in other shapes, for machines."""

    url: str
    width: int
    height: int
    alt: str
    images: tuple[dict[str, Any], ...]

    def og(self) -> dict[str, str]:
        return {
            "og:image": self.url,
            "og:image:width": str(self.width),
            "og:image:height": str(self.height),
            "og:image:alt": self.alt,
            "twitter:card": "summary_large_image",
        }


def shared(photo: Photo | None, cards: dict[str, Any], now: datetime, origin: str) -> Shared | None:
    """None without a lead photo, or when its rights are over. ``cards`` are its crops."""
    if not photo or is_over(photo, now) or not photo["files"].get("jpeg"):
        return None
    width, height, url = _card(photo, origin)
    return Shared(
        url,
        width,
        height,
        alt="" if photo.get("is_decorative") else photo["alt"],
        images=_images(photo, cards, origin) or (_image(photo, width, height, url),),
    )


def _card(photo: Photo, origin: str) -> tuple[int, int, str]:
    if name := photo.get("share"):
        return (*CARD, urljoin(origin, media_url(name)))
    files = photo["files"]["jpeg"]
    width, height, name = min(files, key=lambda row: abs(row[0] - WIDE_ENOUGH))
    return width, height, urljoin(origin, media_url(name))


def _images(photo: Photo, cards: dict[str, Any], origin: str) -> tuple[dict[str, Any], ...]:
    """The widest file of each shape that there is."""
    widest = (max(files) for crop in CROPS if (files := cards.get(crop, {}).get("jpeg")))
    return tuple(
        _image(photo, width, height, urljoin(origin, media_url(name)))
        for width, height, name in widest
    )


def _image(photo: Photo, width: int, height: int, url: str) -> dict[str, Any]:
    licence = licence_link(photo.get("licence", ""))
    said = {
        "creditText": photo["credit"],
        "copyrightNotice": photo.get("copyright_notice", ""),
        "license": licence.url if licence else "",
    }
    image = {"@type": "ImageObject", "url": url, "width": width, "height": height}
    image |= {name: text for name, text in said.items() if text}
    if creator := photo.get("creator"):
        image["creator"] = {"@type": "Person", "name": creator}
    return image
