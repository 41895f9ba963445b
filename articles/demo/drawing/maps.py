"""Locator maps from public-domain Natural Earth shapes: calm, without words."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import numpy as np

from articles.demo.drawing.canvas import (
    HEIGHT,
    WIDTH,
    Canvas,
    blurred,
    line_mask,
    polygon_mask,
    rgb,
)
from articles.demo.drawing.noise import Field, fbm

SHAPES = Path(__file__).parent / "natural_earth.json"
Ring = list[tuple[float, float]]
SEA, LAND, FOCUS, BORDER, INK = "#b9cdd3", "#ece4d2", "#e3b566", "#a59a86", "#2b3a45"


@cache
def countries() -> dict[str, list[Ring]]:
    """Rings of longitudes and latitudes by country."""
    data: dict[str, list[Ring]] = json.loads(SHAPES.read_text("utf-8"))["countries"]
    return data


def draw_map(
    canvas: Canvas, *, centre: tuple[float, float], span: float, focus: tuple[str, ...],
    marks: tuple[tuple[float, float], ...], line: tuple[tuple[float, float], ...] = (),
) -> None:  # fmt: skip
    """A map ``span`` degrees of longitude wide, with highlighted countries and markers."""

    def place(ring: Ring) -> list[tuple[float, float]]:
        squeeze = float(np.cos(np.radians(centre[1])))
        high = span * squeeze * HEIGHT / WIDTH
        return [(0.5 + (x - centre[0]) / span, 0.5 - (y - centre[1]) / high) for x, y in ring]

    canvas.gradient((0, "#c3d5da"), (1, "#abc2ca"))
    shapes = {name: [place(ring) for ring in rings] for name, rings in countries().items()}
    land = np.clip(sum(polygon_mask(rings) for rings in shapes.values()), 0, 1)
    _shallows(canvas, land)
    canvas.blend(LAND, land)
    for name in focus:
        canvas.blend(FOCUS, polygon_mask(shapes[name]) * 0.62)
    _relief(canvas, land)
    _lines(canvas, shapes, place, centre)
    if line:
        canvas.blend("#3c7f96", line_mask([place(list(line))], 6, 0.6) * 0.9)
    for mark in marks:
        _marker(canvas, *place([mark])[0])


def _shallows(canvas: Canvas, land: Field) -> None:
    """Water is paler near the coast."""
    for radius, strength in ((30, 0.25), (10, 0.3)):
        canvas.blend("#dce8e8", blurred(land, radius) * (1 - land) * strength)
    canvas.blend("#6d8791", blurred(land, 4) * (1 - land) * 0.35)


def _relief(canvas: Canvas, land: Field) -> None:
    noise = fbm(canvas.rng, WIDTH, HEIGHT, cells=6, octaves=7)
    slope = np.gradient(noise, axis=1) + np.gradient(noise, axis=0)
    rough = np.clip(fbm(canvas.rng, WIDTH, HEIGHT, cells=2, octaves=3) * 1.6 - 0.4, 0, 1)
    shade = 1 - np.clip(slope * 16, -0.16, 0.16) * rough * land
    canvas.pixels *= shade[..., None]


def _lines(
    canvas: Canvas,
    shapes: dict[str, list[Ring]],
    place: Callable[[Ring], Ring],
    centre: tuple[float, float],
) -> None:
    x0, y0 = round(centre[0] / 5) * 5, round(centre[1] / 5) * 5
    meridians = [place([(x0 + 5 * n, y0 - 40), (x0 + 5 * n, y0 + 40)]) for n in range(-8, 9)]
    parallels = [place([(x0 - 60, y0 + 5 * n), (x0 + 60, y0 + 5 * n)]) for n in range(-8, 9)]
    canvas.blend(INK, line_mask(meridians + parallels, 1) * 0.1)
    borders = [[*ring, ring[0]] for rings in shapes.values() for ring in rings]
    canvas.blend(BORDER, line_mask(borders, 2.2, 0.5))


def _marker(canvas: Canvas, x: float, y: float) -> None:
    aspect = WIDTH / HEIGHT
    distance = np.sqrt(((canvas.columns - x) * aspect) ** 2 + (canvas.rows - y) ** 2)
    for radius, width, strength in ((0.06, 0.002, 0.5), (0.04, 0.002, 0.8)):
        ring = np.clip(1 - np.abs(distance - radius) / width, 0, 1)
        canvas.blend("#b23a22", (ring * strength).astype(np.float32))
    canvas.blend("#ffffff", np.clip((0.019 - distance) * 700, 0, 1).astype(np.float32))
    canvas.blend(rgb("#b23a22"), np.clip((0.0145 - distance) * 700, 0, 1).astype(np.float32))


MAPS: dict[str, Callable[[Canvas], None]] = {
    "map-south-kazakhstan": partial(
        draw_map, centre=(70.5, 44.0), span=26, focus=("Kazakhstan",), marks=((70.8, 42.9),)
    ),
    "map-caspian": partial(
        draw_map,
        centre=(51.0, 42.0),
        span=26,
        focus=("Kazakhstan", "Azerbaijan"),
        marks=((51.2, 43.65), (51.9, 47.1)),
    ),
    "map-south-caucasus": partial(
        draw_map, centre=(44.2, 42.0), span=14, focus=("Georgia",), marks=((42.75, 43.05),)
    ),
    "map-hindu-kush": partial(
        draw_map,
        centre=(69.5, 35.6),
        span=20,
        focus=("Afghanistan",),
        marks=((69.2, 34.5), (70.9, 36.7)),
    ),
    "map-iran-lakes": partial(
        draw_map, centre=(53.5, 33.5), span=30, focus=("Iran",), marks=((45.4, 37.6),)
    ),
}
