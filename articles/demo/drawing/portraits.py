"""People of the fictional newsroom, seen against the light: nobody's face."""

from __future__ import annotations

import numpy as np

from articles.demo.drawing.canvas import Canvas, line_mask, polygon_mask
from articles.demo.drawing.lights import lamps

Point = tuple[float, float]
ASPECT = 1067 / 1600


def portrait_window(c: Canvas) -> None:
    """Bound-up hair before a morning window."""
    c.gradient((0, "#f0d9b0"), (0.55, "#e2b98a"), (1, "#b98560"))
    c.glow(0.68, 0.3, 0.3, "#fff1cf", 0.5)
    panes = [[(x, 0.0), (x, 1.0)] for x in (0.24, 0.76)] + [[(0.0, 0.3), (1.0, 0.3)]]
    c.blend("#a5764f", line_mask(panes, 26, 5) * 0.55)
    _figure(c, "#33272b", [(0.5, 0.4, 0.115, 0.185), (0.43, 0.2, 0.05, 0.072)])
    _rim(c, 0.5, 0.4, 0.115, 0.185, "#ffdf9f")


def portrait_evening(c: Canvas) -> None:
    """Short hair and a collar before an evening town."""
    c.gradient((0, "#1d2c48"), (0.5, "#54567c"), (0.8, "#d98d66"), (1, "#efb37a"))
    places = [(0.03 + 0.94 * at, 0.62 + 0.2 * drop) for at, drop in c.rng.random((70, 2))]
    lamps(c, places, "#ffcf8a", 2.2)
    c.mist(0.72, 0.2, "#c98b78", 0.5)
    _figure(c, "#151a28", [(0.5, 0.4, 0.11, 0.19), (0.5, 0.32, 0.112, 0.13)])
    collar = [[(0.44, 0.66), (0.5, 0.76), (0.56, 0.66)]]
    c.blend("#3a4562", line_mask(collar, 12, 1.2) * 0.8)


def _figure(c: Canvas, colour: str, heads: list[tuple[float, float, float, float]]) -> None:
    """Shoulders, a neck, and ovals for head and hair."""
    ovals = [_oval(*head) for head in heads]
    neck = [(0.455, 0.5), (0.545, 0.5), (0.56, 0.72), (0.44, 0.72)]
    c.blend(colour, polygon_mask([_shoulders(), neck, *ovals]))


def _shoulders() -> list[Point]:
    curve = [
        (0.5 + 0.29 * np.sin(a), 1.05 - 0.4 * np.abs(np.cos(a)) ** 0.75)
        for a in np.linspace(-np.pi / 2, np.pi / 2, 60)
    ]
    return [*curve, (0.79, 1.1), (0.21, 1.1)]


def _oval(x: float, y: float, across: float, down: float) -> list[Point]:
    return [
        (x + across * np.cos(a) * ASPECT * 1.45, y + down * np.sin(a))
        for a in np.linspace(0, 2 * np.pi, 90)
    ]


def _rim(c: Canvas, x: float, y: float, across: float, down: float, colour: str) -> None:
    """The light that runs along one side of a head."""
    edge = [
        (x + across * np.cos(a) * ASPECT * 1.42, y + down * np.sin(a))
        for a in np.linspace(-1.1, 0.9, 40)
    ]
    c.add_light(colour, line_mask([edge], 5, 2.2) * 0.5)
