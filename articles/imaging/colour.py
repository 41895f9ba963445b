"""A picture's placeholder colour."""

from __future__ import annotations

from PIL import Image


def dominant_colour(image: Image.Image) -> str:
    """The average colour as ``#rrggbb``: muted by nature, which is what a placeholder wants."""
    pixel = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    red, green, blue = pixel if isinstance(pixel, tuple) else (136, 136, 136)
    return f"#{int(red):02x}{int(green):02x}{int(blue):02x}"
