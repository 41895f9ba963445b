"""A picture in the making: linear colour in an array, and the craft that every scene shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from articles.demo.drawing.noise import Field, Rng, fbm

WIDTH, HEIGHT = 1600, 1067
Colour = Sequence[float]
Pixels = NDArray[np.float32]


def rgb(code: str) -> Pixels:
    """``#rrggbb`` as an array from 0 to 1."""
    return np.array([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)


@dataclass
class Canvas:
    rng: Rng
    pixels: Pixels = field(default_factory=lambda: np.zeros((HEIGHT, WIDTH, 3), np.float32))

    @property
    def rows(self) -> Field:
        return np.linspace(0, 1, HEIGHT, dtype=np.float32)[:, None]

    @property
    def columns(self) -> Field:
        return np.linspace(0, 1, WIDTH, dtype=np.float32)[None, :]

    def gradient(self, *stops: tuple[float, str]) -> None:
        """A vertical gradient over the whole picture; places from 0 (top) to 1."""
        places = [place for place, _code in stops]
        colours = np.stack([rgb(code) for _place, code in stops])
        for channel in range(3):
            self.pixels[..., channel] = np.interp(self.rows, places, colours[:, channel])

    def blend(self, colour: str | Pixels, mask: Field) -> None:
        """Cover with ``colour`` as far as ``mask`` (0 to 1) says."""
        paint = rgb(colour) if isinstance(colour, str) else colour
        self.pixels += (paint - self.pixels) * mask[..., None]

    def add_light(self, colour: str, amount: Field) -> None:
        """Light adds up instead of covering."""
        self.pixels += rgb(colour) * amount[..., None]

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float) -> None:
        """A round light at a place given in fractions of the picture."""
        aspect = WIDTH / HEIGHT
        distance = ((self.columns - x) * aspect) ** 2 + (self.rows - y) ** 2
        self.add_light(colour, (strength * np.exp(-distance / (2 * radius**2))).astype(np.float32))

    def clouds(
        self, colour: str, *, top: float, bottom: float, cover: float, strength: float,
        stretch: float = 3.0, cells: float = 3,
    ) -> None:  # fmt: skip
        noise = fbm(self.rng, WIDTH, HEIGHT, cells=cells, octaves=7, stretch=stretch)
        shape = np.clip((noise - (1 - cover)) / max(cover, 1e-3), 0, 1) ** 1.3
        middle, half = (top + bottom) / 2, (bottom - top) / 2
        window = np.clip(1 - np.abs(self.rows - middle) / half, 0, 1) ** 0.7
        self.blend(colour, (shape * window * strength).astype(np.float32))

    def stars(self, count: int, *, below: float = 0.7) -> None:
        field_ = np.zeros((HEIGHT, WIDTH), np.float32)
        x = self.rng.integers(0, WIDTH, count)
        y = (self.rng.random(count) * HEIGHT * below).astype(int)
        field_[y, x] = self.rng.random(count).astype(np.float32) ** 3
        soft = blurred(field_, 0.8) * 3.2 + blurred(field_, 2.5) * 4
        self.add_light("#dfe8ff", np.clip(soft, 0, 1))

    def mist(self, y: float, depth: float, colour: str, strength: float) -> None:
        """A band of haze around ``y``."""
        band = np.exp(-(((self.rows - y) / depth) ** 2))
        noise = 0.55 + 0.45 * fbm(self.rng, WIDTH, HEIGHT, cells=2, octaves=4, stretch=4)
        self.blend(colour, (band * noise * strength).astype(np.float32))

    def silhouette(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """A polygon in fractions of the picture, with clean edges."""
        self.blend(colour, polygon_mask([points]))

    def finish(self, *, grain: float = 0.018, vignette: float = 0.28) -> Image.Image:
        """Bloom, vignette, a soft shoulder and film grain."""
        pixels = np.clip(self.pixels, 0, 4)
        bright = np.clip(pixels - 0.85, 0, None)
        pixels = pixels + 0.6 * np.stack([blurred(bright[..., c], 9) for c in range(3)], -1)
        aspect = WIDTH / HEIGHT
        radius = np.sqrt(((self.columns - 0.5) * aspect) ** 2 + (self.rows - 0.5) ** 2)
        shade = 1 - vignette * np.clip(radius - 0.35, 0, 1) ** 1.5
        pixels = pixels * np.asarray(shade, np.float32)[..., None]
        pixels = np.where(pixels > 0.8, 0.8 + 0.2 * np.tanh((pixels - 0.8) / 0.2), pixels)
        noise = self.rng.normal(0, grain, (HEIGHT, WIDTH, 1))
        return Image.fromarray((np.clip(pixels + noise, 0, 1) * 255).astype(np.uint8))


def blurred(field_: Field, radius: float) -> Field:
    """Gaussian blur of a field of any range."""
    image = Image.fromarray(field_.astype(np.float32))
    small = image.convert("F")
    if radius <= 3:
        return np.asarray(_blur_f(small, radius), np.float32)
    factor = max(1, int(radius // 3))
    reduced = small.resize((WIDTH // factor, HEIGHT // factor), Image.Resampling.BOX)
    soft = _blur_f(reduced, radius / factor)
    return np.asarray(soft.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC), np.float32)


def _blur_f(image: Image.Image, radius: float) -> Image.Image:
    """Pillow blurs no float images: a separable kernel does."""
    size = max(1, int(radius * 3))
    kernel = np.exp(-(np.arange(-size, size + 1) ** 2) / (2 * radius**2))
    kernel /= kernel.sum()
    data = np.pad(np.asarray(image, np.float32), size, mode="edge")
    data = sum(w * data[:, i : data.shape[1] - 2 * size + i] for i, w in enumerate(kernel))
    data = sum(w * data[i : data.shape[0] - 2 * size + i] for i, w in enumerate(kernel))
    return Image.fromarray(np.asarray(data, np.float32))


def polygon_mask(polygons: Sequence[Sequence[tuple[float, float]]], scale: int = 2) -> Field:
    """Polygons in fractions as a mask with smooth edges."""
    image = Image.new("L", (WIDTH * scale, HEIGHT * scale))
    draw = ImageDraw.Draw(image)
    for points in polygons:
        draw.polygon([(x * WIDTH * scale, y * HEIGHT * scale) for x, y in points], fill=255)
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    return np.asarray(small, np.float32) / np.float32(255)


def line_mask(
    lines: Sequence[Sequence[tuple[float, float]]], width: float, soften: float = 0
) -> Field:
    """Lines of ``width`` pixels in fractions of the picture."""
    image = Image.new("L", (WIDTH * 2, HEIGHT * 2))
    draw = ImageDraw.Draw(image)
    for points in lines:
        scaled = [(x * WIDTH * 2, y * HEIGHT * 2) for x, y in points]
        draw.line(scaled, fill=255, width=max(1, round(width * 2)), joint="curve")
    if soften:
        image = image.filter(ImageFilter.GaussianBlur(soften * 2))
    return np.asarray(image.resize((WIDTH, HEIGHT), Image.Resampling.BOX), np.float32) / np.float32(
        255
    )
