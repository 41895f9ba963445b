"""Charts without words: caption and alt text tell the numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from articles.demo.drawing.canvas import Canvas, line_mask, polygon_mask

LEFT, RIGHT, TOP, BOTTOM = 0.16, 0.84, 0.2, 0.8
AMBER, TEAL, INK = "#c8741a", "#2f7580", "#33414c"


def _ground(canvas: Canvas) -> None:
    canvas.gradient((0, "#f5f0e4"), (1, "#ebe3d2"))
    grid = [[(LEFT, y), (RIGHT, y)] for y in np.linspace(TOP, BOTTOM, 5)]
    canvas.blend("#bfb6a4", line_mask(grid, 1.6))
    canvas.blend(INK, line_mask([[(LEFT, BOTTOM), (RIGHT, BOTTOM)]], 3))


def _places(values: Sequence[float], high: float) -> list[tuple[float, float]]:
    xs = np.linspace(LEFT, RIGHT, len(values))
    return [
        (float(x), BOTTOM - (BOTTOM - TOP) * value / high)
        for x, value in zip(xs, values, strict=True)
    ]


def _curve(canvas: Canvas, values: Sequence[float], high: float, colour: str) -> None:
    points = _places(values, high)
    canvas.blend(colour, line_mask([points], 9))
    _dot(canvas, points[-1], colour)


def _dot(canvas: Canvas, at: tuple[float, float], colour: str) -> None:
    angles = np.linspace(0, 2 * np.pi, 40)
    for radius, tone in ((0.014, "#ffffff"), (0.0105, colour)):
        ring = [(at[0] + radius * np.cos(a) / 1.5, at[1] + radius * np.sin(a)) for a in angles]
        canvas.blend(tone, polygon_mask([ring]))


def chart_wheat(canvas: Canvas) -> None:
    """Twelve months: wheat ends a quarter higher, bread a tenth."""
    _ground(canvas)
    wheat = (100, 101, 99, 102, 105, 109, 108, 113, 117, 119, 123, 125)
    bread = (100, 100, 101, 101, 102, 103, 104, 105, 106, 108, 109, 110)
    scaled = [[(value - 90) for value in row] for row in (wheat, bread)]
    area = [*_places(scaled[0], 40), (RIGHT, BOTTOM), (LEFT, BOTTOM)]
    canvas.blend(AMBER, polygon_mask([area]) * 0.14)
    _curve(canvas, scaled[0], 40, AMBER)
    _curve(canvas, scaled[1], 40, TEAL)


def chart_reservoir(canvas: Canvas) -> None:
    """Ten seasons of water in a reservoir, falling."""
    _ground(canvas)
    levels = (88, 81, 84, 76, 70, 72, 61, 55, 57, 46)
    width = (RIGHT - LEFT) / len(levels)
    for number, level in enumerate(levels):
        x, y = LEFT + width * (number + 0.16), BOTTOM - (BOTTOM - TOP) * level / 100
        bar = [(x, BOTTOM), (x, y), (x + width * 0.68, y), (x + width * 0.68, BOTTOM)]
        canvas.blend(AMBER if number == len(levels) - 1 else TEAL, polygon_mask([bar]) * 0.92)


def chart_births(canvas: Canvas) -> None:
    """Births over twenty years: a rise, a plateau, a fall."""
    _ground(canvas)
    births = (52, 55, 57, 61, 64, 66, 70, 73, 74, 76, 76, 75, 74, 71, 69, 66, 62, 59, 57, 54)
    area = [*_places(births, 90), (RIGHT, BOTTOM), (LEFT, BOTTOM)]
    canvas.blend(TEAL, polygon_mask([area]) * 0.16)
    _curve(canvas, births, 90, TEAL)


CHARTS: dict[str, Callable[[Canvas], None]] = {
    "chart-wheat": chart_wheat,
    "chart-reservoir": chart_reservoir,
    "chart-births": chart_births,
}
