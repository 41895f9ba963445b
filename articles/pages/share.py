"""The picture of a story for other sites: share cards and search engines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from articles.models.published import PublishedStory
from articles.pages.addresses import media_url
from articles.pages.figure import File, Photo, is_over

WIDE_ENOUGH = 1280  # where there is no share crop: light enough for those who fetch it
CARD = (1200, 630)
SHAPES = ("16x9", "4x3", "1x1")  # as search engines ask for them


@dataclass(frozen=True)
class Shared:
    """``url`` is absolute; ``images`` are the same picture in other shapes, for machines.

    ``name`` is the file's, in the storage.
    """

    url: str
    width: int
    height: int
    alt: str
    images: tuple[dict[str, Any] | str, ...]
    name: str = ""

    def og(self) -> dict[str, str]:
        return {
            "og:image": self.url,
            "og:image:width": str(self.width),
            "og:image:height": str(self.height),
            "og:image:alt": self.alt,
            "twitter:card": "summary_large_image",
        }


def shared(photo: Photo | None, now: datetime, origin: str) -> Shared | None:
    """None without a lead photo, or when its rights are over."""
    if not photo or is_over(photo, now) or not photo["files"].get("jpeg"):
        return None
    shapes = photo.get("shapes", {})
    card = shapes.get("share") or _nearest(photo["files"]["jpeg"])
    width, height, name = card
    return Shared(
        url=urljoin(origin, media_url(name)),
        width=width,
        height=height,
        alt="" if photo.get("is_decorative") else photo["alt"],
        images=_images(photo, shapes, origin) or (_image(photo, card, origin),),
        name=name,
    )


def share_card(
    row: PublishedStory, lead: Photo | None, now: datetime, origin: str
) -> Shared | None:
    """The story's generated card; None where none is made, or its photo's rights are over by now.

    Search engines want pictures without words: they get the photo alone.
    """
    if not row.share_card or (lead and not lead.get("gone") and is_over(lead, now)):
        return None
    url = urljoin(origin, media_url(row.share_card))
    return Shared(url, *CARD, alt=row.headline, images=(), name=row.share_card)


def _images(photo: Photo, shapes: dict[str, File], origin: str) -> tuple[Any, ...]:
    """The first with all that is said of it, the others by their addresses: pages stay small."""
    made = [shapes[shape] for shape in SHAPES if shape in shapes]
    urls = (urljoin(origin, media_url(name)) for _width, _height, name in made[1:])
    return (*(_image(photo, file, origin) for file in made[:1]), *urls)


def _nearest(files: list[File]) -> File:
    return min(files, key=lambda file: abs(file[0] - WIDE_ENOUGH))


def _image(photo: Photo, file: File, origin: str) -> dict[str, Any]:
    width, height, name = file
    said = {
        "creditText": photo["credit"],
        "copyrightNotice": photo.get("copyright_notice", ""),
        "license": photo.get("licence_url", ""),
    }
    image = {
        "@type": "ImageObject",
        "url": urljoin(origin, media_url(name)),
        "width": width,
        "height": height,
    }
    image |= {key: text for key, text in said.items() if text}
    if creator := photo.get("creator"):
        image["creator"] = {"@type": "Person", "name": creator}
    return image
