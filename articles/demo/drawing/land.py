"""Ridges in the distance, plains, water, snow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, blurred, rgb
from articles.demo.drawing.noise import Field, fbm, profile


def ridges(
    canvas: Canvas, far: str, near: str, *, top: float, bottom: float, count: int = 5,
    relief: float = 0.16, rough: float = 0.52, texture: float = 0.12, snow: str = "",
) -> None:  # fmt: skip
    """Layers of hills from ``far`` (pale, high) to ``near`` (dark, low), each in its own haze."""
    for layer in range(count):
        depth = layer / max(count - 1, 1)
        base = top + (bottom - top) * depth**1.25
        height = relief * (1.15 - 0.55 * depth)
        line = base - height * (profile(canvas.rng, WIDTH, cells=2 + layer, rough=rough) - 0.35)
        colour = rgb(far) + (rgb(near) - rgb(far)) * depth
        _ridge(canvas, line, colour, texture * (0.4 + depth), snow if layer < 2 else "")
        if layer < count - 1:
            _foot_haze(canvas, line, far, 0.34 * (1 - depth))


def _ridge(canvas: Canvas, line: Field, colour: Field, texture: float, snow: str) -> None:
    rows = canvas.rows
    mask = np.clip((rows - line[None, :]) * HEIGHT, 0, 1).astype(np.float32)
    noise = fbm(canvas.rng, WIDTH, HEIGHT, cells=7, octaves=6, stretch=1.2)
    light = np.gradient(noise, axis=1) * 26
    shade = np.clip(1 + texture * (light + (noise - 0.5)), 0.4, 1.7)
    paint = colour[None, None, :] * shade[..., None]
    if snow:
        below = rows - line[None, :]
        cap = np.clip(1 - below / (0.05 + 0.16 * noise), 0, 1) * np.clip(0.55 + light * 1.4, 0, 1)
        paint = paint + (rgb(snow) - paint) * (cap * 0.85)[..., None]
    canvas.pixels += (paint - canvas.pixels) * mask[..., None]


def _foot_haze(canvas: Canvas, line: Field, colour: str, strength: float) -> None:
    below = canvas.rows - line[None, :]
    haze = np.clip(below / 0.16, 0, 1) * (below > 0)
    canvas.blend(colour, (haze * strength).astype(np.float32))


def plain(canvas: Canvas, colours: tuple[str, str], *, horizon: float, grass: float = 0.25) -> None:
    """Ground to the horizon: fine far away, coarse near."""
    rows = canvas.rows
    depth = np.clip((rows - horizon) / (1 - horizon), 0, 1)
    mask = np.clip((rows - horizon) * HEIGHT, 0, 1)
    fine = fbm(canvas.rng, WIDTH, HEIGHT, cells=40, octaves=4, stretch=9)
    coarse = fbm(canvas.rng, WIDTH, HEIGHT, cells=9, octaves=6, stretch=5)
    noise = fine * (1 - depth) + coarse * depth
    far, near = rgb(colours[0]), rgb(colours[1])
    paint = far + (near - far) * (depth**0.6)[..., None]
    paint = paint * (1 + grass * (noise - 0.5) * (0.4 + depth))[..., None]
    canvas.pixels += (paint - canvas.pixels) * np.broadcast_to(mask, noise.shape)[..., None]


def water(
    canvas: Canvas, *, horizon: float, tint: str, darkness: float = 0.45, ripple: float = 1.0
) -> None:
    """Everything above the horizon again, upside down, broken by ripples."""
    start = int(horizon * HEIGHT)
    depth = HEIGHT - start
    wave = fbm(canvas.rng, WIDTH, HEIGHT, cells=26, octaves=4, stretch=14)[start:]
    distance = (np.arange(depth, dtype=np.float32) / depth)[:, None]
    shift = (wave - 0.5) * (6 + 90 * distance) * ripple
    source = np.clip(start - np.arange(depth)[:, None] * 0.9 - shift, 0, start - 1).astype(int)
    columns = np.clip(np.arange(WIDTH)[None, :] + shift * 0.25, 0, WIDTH - 1).astype(int)
    mirror = canvas.pixels[source, columns]
    mirror = np.stack([blurred_rows(mirror[..., c]) for c in range(3)], -1)
    mirror = mirror + (rgb(tint) - mirror) * (darkness * (0.6 + 0.4 * distance))[..., None]
    canvas.pixels[start:] = mirror * (1 + 0.16 * (wave - 0.5))[..., None]


def blurred_rows(field: Field) -> Field:
    padded = np.pad(field, ((2, 2), (0, 0)), mode="edge")
    return np.asarray(sum(padded[i : i + field.shape[0]] for i in range(5)) / 5, np.float32)


def snowfall(canvas: Canvas, count: int = 900) -> None:
    flakes = np.zeros((HEIGHT, WIDTH), np.float32)
    x, y = canvas.rng.integers(0, WIDTH, count), canvas.rng.integers(0, HEIGHT, count)
    flakes[y, x] = canvas.rng.random(count).astype(np.float32)
    canvas.add_light("#ffffff", np.clip(blurred(flakes, 1.4) * 5 + blurred(flakes, 5) * 12, 0, 0.6))


def path(canvas: Canvas, edges: Sequence[tuple[float, float, float]], colour: str) -> None:
    """A road or river: ``(y, left, right)`` from far to near."""
    for (y0, l0, r0), (y1, l1, r1) in pairwise(edges):
        canvas.silhouette([(l0, y0), (r0, y0), (r1, y1), (l1, y1)], colour)
