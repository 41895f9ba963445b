"""Flames, mills, panels, masts."""

from __future__ import annotations

import numpy as np

from articles.demo.drawing.canvas import Canvas, line_mask, polygon_mask
from articles.demo.drawing.land import plain, ridges, water
from articles.demo.drawing.lights import lamps, scatter


def refinery_flare(c: Canvas) -> None:
    c.gradient((0, "#1f2c4a"), (0.45, "#7d5f72"), (0.62, "#f0a066"))
    c.clouds("#b06a5c", top=0.1, bottom=0.6, cover=0.45, strength=0.5, stretch=6)
    for n in range(15):
        x, h = 0.06 + 0.062 * n, 0.08 + 0.2 * c.rng.random()
        w = 0.012 + 0.02 * c.rng.random()
        c.silhouette(
            [(x - w, 0.72), (x - w, 0.72 - h), (x + w, 0.72 - h), (x + w, 0.72)], "#1a1c28"
        )
    pipes = [[(0, 0.66 + 0.014 * n), (1, 0.66 + 0.014 * n)] for n in range(4)]
    c.blend("#20222f", line_mask(pipes, 4))
    c.silhouette([(0.695, 0.72), (0.7, 0.25), (0.708, 0.25), (0.713, 0.72)], "#14151e")
    flame = [
        (0.704, 0.255),
        (0.695, 0.21),
        (0.715, 0.16),
        (0.74, 0.12),
        (0.73, 0.18),
        (0.722, 0.22),
    ]
    c.blend("#ffd27a", polygon_mask([flame]))
    c.glow(0.716, 0.19, 0.03, "#ffae4a", 1.2)
    c.glow(0.72, 0.19, 0.14, "#ff7d35", 0.4)
    scatter(c, 420, top=0.48, bottom=0.71, size=1.0, spread=0.35)
    water(c, horizon=0.72, tint="#1d1e2c", darkness=0.3)


def wind_farm_ridge(c: Canvas) -> None:
    c.gradient((0, "#5f86ad"), (0.6, "#f1dfc4"))
    c.clouds("#fff4e3", top=0, bottom=0.6, cover=0.5, strength=0.7, stretch=5)
    ridges(c, "#a9b3bb", "#5d6656", top=0.6, bottom=0.84, count=4, relief=0.14)
    for n, (x, y, size) in enumerate(
        (
            (0.12, 0.6, 0.16),
            (0.3, 0.56, 0.2),
            (0.47, 0.62, 0.24),
            (0.66, 0.57, 0.3),
            (0.87, 0.64, 0.38),
        )
    ):
        _turbine(c, x, y + 0.06, size, 0.5 + 0.9 * n)


def _turbine(c: Canvas, x: float, base: float, size: float, turn: float) -> None:
    hub = (x, base - size)
    c.silhouette(
        [
            (x - size * 0.012, base),
            (x - size * 0.005, hub[1]),
            (x + size * 0.005, hub[1]),
            (x + size * 0.012, base),
        ],
        "#f4f2ec",
    )
    for blade in range(3):
        a = turn + blade * 2 * np.pi / 3
        dx, dy = np.cos(a) * size * 0.52 * 0.667, np.sin(a) * size * 0.52
        nx, ny = -np.sin(a) * size * 0.016, np.cos(a) * size * 0.02
        c.silhouette(
            [(hub[0] - nx, hub[1] - ny), (hub[0] + nx, hub[1] + ny), (hub[0] + dx, hub[1] + dy)],
            "#fbfaf6",
        )


def solar_field(c: Canvas) -> None:
    c.gradient((0, "#4f7fb0"), (0.45, "#f3e3c2"))
    c.clouds("#fff6e2", top=0, bottom=0.42, cover=0.4, strength=0.6)
    c.glow(0.75, 0.4, 0.12, "#ffe0a0", 0.6)
    ridges(c, "#b3a99a", "#8f7f67", top=0.44, bottom=0.46, count=2, relief=0.06)
    plain(c, ("#bd9f70", "#6b5536"), horizon=0.46, grass=0.3)
    for n in range(12):
        k = (n / 11) ** 1.9
        y, h = 0.475 + 0.48 * k, 0.008 + 0.075 * k
        c.silhouette(
            [(-0.05, y + h), (-0.05 + 0.03 * k, y), (1.05 + 0.03 * k, y), (1.05, y + h)], "#233a5c"
        )
        c.blend("#9fc0e0", line_mask([[(-0.05, y + 0.002), (1.05, y + 0.002)]], 1 + 5 * k) * 0.8)
        cells = [[(x, y), (x - 0.02 * k, y + h)] for x in np.arange(-0.05, 1.1, 0.012 + 0.05 * k)]
        c.blend("#5d7fa8", line_mask(cells, 0.8 + 1.6 * k) * 0.6)


def radio_mast(c: Canvas) -> None:
    c.gradient((0, "#0a1222"), (0.55, "#22375c"), (0.8, "#7a6a78"))
    c.stars(3200, below=0.75)
    ridges(c, "#2b3858", "#0b0f18", top=0.78, bottom=0.93, count=4, relief=0.12)
    mast = [[(0.49, 0.9), (0.5, 0.12)], [(0.51, 0.9), (0.5, 0.12)]]
    rungs = [
        [
            (0.5 - 0.01 * k, 0.12 + 0.78 * k),
            (0.5 + 0.01 * min(1, k + 0.03), 0.12 + 0.78 * min(1, k + 0.03)),
        ]
        for k in np.linspace(0.02, 1, 34)
    ]
    guys = [
        [(0.5, 0.2), (0.2, 0.92)],
        [(0.5, 0.2), (0.8, 0.92)],
        [(0.5, 0.5), (0.33, 0.92)],
        [(0.5, 0.5), (0.67, 0.92)],
    ]
    c.blend("#aeb6c6", line_mask(mast, 3.2))
    c.blend("#8d96a8", line_mask(rungs, 1.6))
    c.blend("#5d6880", line_mask(guys, 1.1) * 0.8)
    for n in range(1, 5):
        ring = np.abs(np.sqrt(((c.columns - 0.5) * 1.5) ** 2 + (c.rows - 0.12) ** 2) - 0.09 * n)
        c.add_light("#ffbf70", np.clip(0.05 / n - ring * 3.2, 0, 1).astype(np.float32) * 1.6)
    lamps(c, [(0.5, 0.118)], "#ff7a4a", 2.6)
    lamps(c, [(0.5, 0.4), (0.5, 0.65)], "#ff5a3c", 1.4)
    scatter(c, 90, top=0.88, bottom=0.95, size=1, spread=0.4)


def publisher(c: Canvas) -> None:
    """A lantern's glow over a dark horizon: the broadcaster's own picture."""
    c.gradient((0, "#0c131c"), (0.6, "#1b2936"), (1, "#0a0f15"))
    c.stars(900, below=0.6)
    ridges(c, "#24364a", "#0a0e14", top=0.68, bottom=0.9, count=5, relief=0.1)
    c.glow(0.5, 0.46, 0.07, "#ffc15c", 0.9)
    c.glow(0.5, 0.46, 0.24, "#ff9a2e", 0.4)
    for side in (-1, 1):
        for n in (0.1, 0.15, 0.2):
            arc = [
                (0.5 + side * n * np.cos(a) * 1.05, 0.46 + n * 1.5 * np.sin(a))
                for a in np.linspace(-0.7, 0.7, 40)
            ]
            c.add_light("#ffb34a", line_mask([arc], 7, 1.4) * (0.9 - 3 * n))
    flame = [
        (0.5 + 0.032 * np.sin(a) * (1.15 - 0.5 * np.cos(a)), 0.47 - 0.075 * np.cos(a))
        for a in np.linspace(0, 2 * np.pi, 60)
    ]
    c.blend("#fff0cf", polygon_mask([flame]))
    scatter(c, 200, top=0.8, bottom=0.95, size=0.9, spread=0.45)
