"""Lamps, windows and the towns they make at night."""

from __future__ import annotations

import numpy as np

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, blurred
from articles.demo.drawing.noise import Field, fbm

WARM = ("#ffc36b", "#ffdca6", "#ff9f45", "#fff1d6")


def scatter(
    canvas: Canvas, count: int, *, top: float, bottom: float, size: float = 1.0,
    centre: float = 0.5, spread: float = 0.5, clumps: bool = True,
) -> None:  # fmt: skip
    """Small lamps between two heights, denser where streets would be."""
    rng = canvas.rng
    density = fbm(rng, WIDTH, HEIGHT, cells=14, octaves=4) if clumps else None
    x = rng.normal(centre, spread, count * 2)
    x = np.where((x < 0) | (x >= 1), rng.random(count * 2), x)  # no pile of lamps at the edges
    y = top + (bottom - top) * rng.random(count * 2) ** 1.2
    columns, rows = (x * WIDTH).astype(int), np.clip(y * HEIGHT, 0, HEIGHT - 1).astype(int)
    if density is not None:
        kept = rng.random(count * 2) < density[rows, columns] ** 2 * 1.6
        columns, rows = columns[kept], rows[kept]
    for number, colour in enumerate(WARM):
        chosen = slice(number, None, len(WARM))
        field = np.zeros((HEIGHT, WIDTH), np.float32)
        field[rows[chosen], columns[chosen]] = 0.4 + rng.random(columns[chosen].size)
        _shine(canvas, field, colour, size)


def lamps(canvas: Canvas, places: list[tuple[float, float]], colour: str, size: float) -> None:
    """Single strong lights at given places."""
    field = np.zeros((HEIGHT, WIDTH), np.float32)
    for x, y in places:
        field[int(min(max(y, 0), 0.999) * HEIGHT), int(min(max(x, 0), 0.999) * WIDTH)] = 1
    _shine(canvas, field, colour, size)


def _shine(canvas: Canvas, field: Field, colour: str, size: float) -> None:
    core = blurred(field, 0.9 * size) * 5.5 * size
    halo = blurred(field, 4 * size) * 11 * size + blurred(field, 16 * size) * 16 * size
    canvas.add_light(colour, np.clip(core, 0, 1.6) + np.clip(halo, 0, 0.8))


def windows(
    canvas: Canvas, left: float, top: float, right: float, bottom: float, *,
    columns: int, rows: int, lit: float, colour: str = "#ffce85",
) -> None:  # fmt: skip
    """A grid of windows, some of them lit, inside a facade."""
    field = np.zeros((HEIGHT, WIDTH), np.float32)
    width, height = (right - left) / columns, (bottom - top) / rows
    for row in range(rows):
        for column in range(columns):
            if canvas.rng.random() < lit:
                x0 = int((left + (column + 0.25) * width) * WIDTH)
                x1 = max(x0 + 1, int((left + (column + 0.75) * width) * WIDTH))
                y0 = int((top + (row + 0.25) * height) * HEIGHT)
                y1 = max(y0 + 1, int((top + (row + 0.7) * height) * HEIGHT))
                field[y0:y1, x0:x1] = 0.35 + 0.65 * canvas.rng.random()
    canvas.add_light(colour, field * 0.85 + np.clip(blurred(field, 6) * 0.6, 0, 0.5))
