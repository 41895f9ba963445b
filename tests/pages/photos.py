"""Photos as the published document describes them, made by hand."""

from __future__ import annotations

from typing import Any

EXTENSIONS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}


def files(crop: str, ratio: float, *widths: int) -> dict[str, list[list[Any]]]:
    """``{format: [[width, height, name], …]}`` with names that tell what they are."""
    return {
        kind: [[width, round(width / ratio), f"{crop}/{width}.{end}"] for width in widths]
        for kind, end in EXTENSIONS.items()
    }


def photo(**values: Any) -> dict[str, Any]:
    """A landscape photo with every key that a document holds today, all files made."""
    return {
        "photo": 7, "caption": "The river rose overnight.", "alt": "Brown water under a bridge.",
        "is_decorative": False, "credit": "Mara Ellery", "creator": "Mara Ellery",
        "copyright_notice": "© Radio Lantern", "licence_url": "", "width": 2400, "height": 1600,
        "focal": [0.5, 0.4], "colour": "#2e4062", "crop": "full", "share": "share/1200.jpg",
        "files": files("full", 1.5, 320, 640, 960, 1280, 1920), "until": None,
        "shapes": {"share": [1200, 630, "share/1200.jpg"], "16x9": [960, 540, "16x9/960.jpg"],
                   "4x3": [640, 480, "4x3/640.jpg"], "1x1": [640, 640, "1x1/640.jpg"]},
    } | values  # fmt: skip


def crops() -> dict[str, Any]:
    """What a card's lead photo has beside the document's."""
    return {
        "16x9": files("16x9", 16 / 9, 320, 640, 960),
        "3x2": files("3x2", 1.5, 320, 640, 960),
        "1x1": files("1x1", 1, 320, 640),
    }


def old_photo() -> dict[str, Any]:
    """As documents described it before crops, AVIF and rights."""
    now = photo(files={kind: rows for kind, rows in files("full", 1.5, 320, 640, 960).items()
                       if kind != "avif"})  # fmt: skip
    known = ("photo", "caption", "alt", "credit", "width", "height", "focal", "colour", "files")
    return {key: now[key] for key in known}
