"""What people build: dams, bridges, rails, masts, mills."""

from __future__ import annotations

import numpy as np

from articles.demo.drawing.canvas import Canvas, line_mask, polygon_mask
from articles.demo.drawing.land import plain, ridges, water
from articles.demo.drawing.lights import lamps, scatter


def dam_night(c: Canvas) -> None:
    c.gradient((0, "#0b1526"), (0.45, "#25385a"), (0.6, "#4d5d78"))
    c.stars(1200, below=0.4)
    ridges(c, "#33456a", "#141c2c", top=0.34, bottom=0.5, count=4, relief=0.3, snow="#8fa3c4")
    wall = [(0.2, 0.42), (0.8, 0.42), (0.7, 0.84), (0.32, 0.84)]
    c.blend("#6b7280", polygon_mask([wall]))
    shade = polygon_mask([wall])
    c.blend(
        "#20262f",
        (shade * np.clip(np.abs(c.columns - 0.5) * 2.6 - 0.2, 0, 0.85)).astype(np.float32),
    )
    courses = [
        [(0.2 + 0.012 * n, 0.42 + 0.05 * n), (0.8 - 0.012 * n, 0.42 + 0.05 * n)] for n in range(9)
    ]
    c.blend("#3a414c", line_mask(courses, 2) * 0.6)
    for x in (0.44, 0.5, 0.56):
        _spill(c, x)
    for side in (-1, 1):
        cliff = [
            (0.5 + side * x, y)
            for x, y in (
                (0.6, 0.2),
                (0.36, 0.36),
                (0.28, 0.46),
                (0.22, 0.66),
                (0.2, 0.9),
                (0.6, 1.1),
            )
        ]
        c.silhouette(cliff, "#10151f")
    c.glow(0.5, 0.66, 0.16, "#ffcf8c", 0.22)
    lamps(c, [(0.22 + 0.056 * n, 0.412) for n in range(11)], "#ffd9a0", 2.6)
    scatter(c, 70, top=0.36, bottom=0.41, size=1.0, spread=0.3)
    lamps(c, [(0.33, 0.82), (0.69, 0.82)], "#fff0cf", 2.4)
    c.glow(0.5, 0.86, 0.13, "#cfd8e2", 0.4)
    c.mist(0.9, 0.07, "#aab6c4", 0.75)
    water(c, horizon=0.92, tint="#1b2534", darkness=0.5)


def _spill(c: Canvas, x: float) -> None:
    """Falling water: many soft threads that spread and fray."""
    threads = []
    for _ in range(90):
        start, spread = c.rng.normal(0, 0.007), c.rng.normal(0, 0.007)
        top, bottom = 0.44 + 0.05 * c.rng.random(), 0.84 + 0.05 * c.rng.random()
        threads.append(
            [(x + start, top), (x + start + spread * 0.3, 0.6), (x + start + spread, bottom)]
        )
    c.blend("#c3d0dc", line_mask(threads, 2.0, 1.6) * 0.5)
    c.add_light("#e8eef4", line_mask(threads[::5], 1.2, 0.8) * 0.16)


def harbour_fog(c: Canvas) -> None:
    c.gradient((0, "#a7b4bb"), (0.5, "#d9d8d0"), (1, "#aab4b8"))
    c.glow(0.3, 0.35, 0.2, "#ffe2b8", 0.35)
    for layer, tone in enumerate(("#b9c0c2", "#9aa5aa", "#6f7d85", "#3e4b54")):
        for n in range(3):
            x = 0.12 + 0.32 * n + 0.09 * layer
            _crane(c, x % 1.05, 0.66 + 0.02 * layer, 0.2 + 0.07 * layer, tone)
        c.silhouette(
            [(0, 0.72), (0, 0.655 + 0.02 * layer), (1, 0.655 + 0.02 * layer), (1, 0.72)], tone
        )
        c.mist(0.6 + 0.02 * layer, 0.14, "#d3d4ce", 0.5 - 0.08 * layer)
    water(c, horizon=0.71, tint="#93a1a6", darkness=0.3)
    lamps(c, [(0.22, 0.62), (0.61, 0.6), (0.8, 0.64)], "#ffe0a8", 1.8)


def _crane(c: Canvas, x: float, base: float, size: float, tone: str) -> None:
    legs = [[(x - size * 0.1, base), (x - size * 0.06, base - size * 0.7)], [(x + size * 0.1, base), (x + size * 0.06, base - size * 0.7)],
            [(x - size * 0.08, base - size * 0.35), (x + size * 0.08, base - size * 0.35)],
            [(x, base - size * 0.7), (x, base - size)], [(x - size * 0.3, base - size * 0.72), (x + size * 0.75, base - size * 0.72)],
            [(x, base - size), (x + size * 0.7, base - size * 0.73)], [(x, base - size), (x - size * 0.28, base - size * 0.73)]]  # fmt: skip
    c.blend(tone, line_mask(legs, 3 + 16 * size * 0.5))


def railway_steppe(c: Canvas) -> None:
    c.gradient((0, "#4f7296"), (0.5, "#e9cfa9"), (0.56, "#f6dfb9"))
    c.clouds("#ffe9cf", top=-0.05, bottom=0.55, cover=0.55, strength=0.85, stretch=5)
    c.clouds("#5d6f86", top=-0.2, bottom=0.3, cover=0.45, strength=0.5, stretch=5)
    ridges(c, "#b4a291", "#8f7f6d", top=0.56, bottom=0.575, count=2, relief=0.04)
    plain(c, ("#b69a68", "#54472c"), horizon=0.57, grass=0.5)
    c.silhouette([(0.497, 0.57), (0.503, 0.57), (0.8, 1.05), (0.2, 1.05)], "#5f564a")
    ties = []
    for n in range(46):
        k = (n / 45) ** 2.4
        y = 0.573 + 0.43 * k
        ties.append([(0.5 - 0.004 - 0.225 * k, y), (0.5 + 0.004 + 0.225 * k, y)])
    for n, tie in enumerate(ties):
        c.blend("#33291f", line_mask([tie], 0.6 + 16 * (n / 45) ** 2.4) * 0.9)
    rails = [[(0.499, 0.57), (0.33, 1.03)], [(0.501, 0.57), (0.67, 1.03)]]
    for rail in rails:
        (x0, y0), (x1, y1) = rail
        c.silhouette([(x0, y0), (x1 - 0.008, y1), (x1 + 0.008, y1)], "#d8c7a6")
    poles = [
        [
            (0.52 + 0.02 * n + 0.012 * n * n, 0.57 + 0.008 * n * n),
            (0.52 + 0.02 * n + 0.012 * n * n, 0.545 - 0.012 * n * n),
        ]
        for n in range(6)
    ]
    for n, pole in enumerate(poles):
        c.blend("#3a3128", line_mask([pole], 1 + n))


def gorge_bridge(c: Canvas) -> None:
    c.gradient((0, "#7f98a6"), (0.6, "#dcd7c6"))
    ridges(c, "#aab0a8", "#808a7d", top=0.3, bottom=0.5, count=4, relief=0.22)
    c.mist(0.6, 0.16, "#dcd9cc", 0.7)
    c.silhouette(
        [(-0.1, 1.1), (-0.1, 0.36), (0.14, 0.4), (0.2, 0.52), (0.26, 0.7), (0.3, 1.1)], "#4a4f45"
    )
    c.silhouette(
        [(1.1, 1.1), (1.1, 0.34), (0.88, 0.4), (0.8, 0.5), (0.76, 0.72), (0.7, 1.1)], "#3e433b"
    )
    arch = [(x, 0.47 + 0.9 * (x - 0.5) ** 2 * 2.6) for x in np.linspace(0.2, 0.8, 60)]
    c.blend("#8c4a34", line_mask([arch], 12))
    c.blend("#a4573b", line_mask([[(0.1, 0.44), (0.9, 0.44)]], 13))
    c.blend(
        "#8c4a34",
        line_mask(
            [[(x, 0.44), (x, 0.47 + 2.34 * (x - 0.5) ** 2)] for x in np.linspace(0.22, 0.78, 19)], 4
        ),
    )
    c.blend("#5d2f22", line_mask([[(0.1, 0.425), (0.9, 0.425)]], 3))
    c.mist(0.86, 0.1, "#cfd0c6", 0.6)
