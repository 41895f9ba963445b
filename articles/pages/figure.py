"""From a photo in the published document to what ``<picture>`` needs.

Documents from before crops, AVIF and rights lack those keys: all but the oldest have defaults.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from articles.pages.addresses import media_url
from articles.pages.shapes import Figure
from articles.pages.spots import WIDEST_FALLBACK, Spot
from articles.pages.tones import tone_of

Photo = dict[str, Any]
File = list[Any]  # [width, height, name]
Files = dict[str, list[File]]
# The one JPEG that the oldest browsers get, once there are other formats for all others.
PREFERRED = 960
STEPS = 4  # in which an uncut picture is moved in its box


def figure_of(photo: Photo | None, spot: Spot, now: datetime) -> Figure | None:
    """The picture; caption and credit alone when its rights are over; None: never a broken image.

    A photo is over at its ``until`` by itself: nobody has to publish anything for that.
    """
    if not photo:
        return None
    if is_over(photo, now):
        return _without_picture(photo)
    cut = photo.get("cards", {}).get(spot.crop, {})
    files: Files = cut if cut.get("jpeg") else photo["files"]
    if not files.get("jpeg"):
        return None
    jpegs = _offered(files["jpeg"], spot)
    width, height, name = _nearest(jpegs, PREFERRED)
    # Where one small file is enough, what knows no AVIF gets the JPEG: names of files weigh, too.
    webp = _srcset(_fallbacks(files.get("webp", []), spot), spot) if spot.sizes else ""
    looks = [tone_of(photo.get("colour", ""))]
    if not spot.ratio:
        looks.append("upright" if height > width else "")
    elif files is not cut:
        looks.append(_moved(photo, spot))
    return Figure(
        photo=photo["photo"],
        alt="" if photo.get("is_decorative") else photo["alt"],
        caption=photo["caption"],
        credit=_credit(photo),
        licence_url=photo.get("licence_url", ""),
        until=until_of(photo),
        width=width,
        height=height,
        src=media_url(name),
        avif=_srcset(_offered(files.get("avif", []), spot), spot),
        webp=webp,
        jpeg=_srcset(jpegs, spot) if len(jpegs) > 1 and not webp else "",
        sizes=spot.sizes,
        looks=" ".join(filter(None, looks)),
        light_url=media_url(photo.get("light", [name, 0])[0]),
        light_kb=-(-photo.get("light", [name, 0])[1] // 1024),
        is_first=spot.is_first,
    )


def is_over(photo: Photo, now: datetime) -> bool:
    """Whether the rights have ended, by the document or by the clock."""
    until = until_of(photo)
    return bool(photo.get("gone")) or (until is not None and until <= now)


def until_of(photo: Photo) -> datetime | None:
    until = photo.get("until")
    return datetime.fromisoformat(until) if until else None


def first_end(figures: Iterable[Figure | None]) -> datetime | None:
    """When the first of ``figures`` leaves, and a page that shows them ends; None: not known."""
    return min((one.until for one in figures if one and one.until), default=None)


def _without_picture(photo: Photo) -> Figure | None:
    caption, credit = photo["caption"], _credit(photo)
    if not caption and not credit:
        return None
    return Figure(photo=photo["photo"], caption=caption, credit=credit)


def _credit(photo: Photo) -> str:
    return gettext("Photo: %(credit)s") % {"credit": photo["credit"]} if photo["credit"] else ""


def _fallbacks(files: list[File], spot: Spot) -> list[File]:
    """The narrowest and the widest, so that pages stay small."""
    offered = _offered(files, spot, WIDEST_FALLBACK)
    return offered[:1] + offered[1:][-1:]


def _offered(files: list[File], spot: Spot, widest: int = 0) -> list[File]:
    """What is wide enough and not too wide for its spot; else the one that comes nearest."""
    least, most = spot.widths
    most = min(most, widest or most)
    fitting = [row for row in files if least <= row[0] <= most]
    return fitting or ([_nearest(files, least)] if files else [])


def _nearest(files: list[File], width: int) -> File:
    return min(files, key=lambda row: abs(row[0] - width))


def _srcset(files: list[File], spot: Spot) -> str:
    """With widths for spots that have ``sizes``; the others get one file."""
    return ",".join(
        f"{media_url(name)} {width}w" if spot.sizes else media_url(name)
        for width, _height, name in files
    )


def _moved(photo: Photo, spot: Spot) -> str:
    """The class that moves an uncut picture in its box so that the focal point stays in view.

    Only along the side that sticks out: ``at0`` (left or top) to ``at4``; the middle has none.
    """
    if not spot.ratio or not photo.get("height"):
        return ""
    ratio = photo["width"] / photo["height"] / spot.ratio
    axis, seen = (0, 1 / ratio) if ratio > 1 else (1, ratio)
    slack = 1 - seen
    if slack < 0.01:
        return ""
    start = min(max(photo["focal"][axis] - seen / 2, 0), slack)
    step = round(start / slack * STEPS)
    return "" if step * 2 == STEPS else f"at{step}"
