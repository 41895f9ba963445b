"""Towns and rooms: dusk, lamps, tall windows."""

from __future__ import annotations

import numpy as np

from articles.demo.drawing.canvas import Canvas, line_mask
from articles.demo.drawing.land import plain, ridges, snowfall, water
from articles.demo.drawing.lights import lamps, scatter, windows
from articles.demo.drawing.rooms import towers


def foothill_city_dusk(c: Canvas) -> None:
    c.gradient((0, "#28395c"), (0.3, "#6a6f90"), (0.5, "#e0a78a"), (0.6, "#f4cfa6"))
    c.clouds("#d99a86", top=0.05, bottom=0.5, cover=0.4, strength=0.6, stretch=6)
    ridges(c, "#7480a0", "#3c4460", top=0.46, bottom=0.56, count=3, relief=0.3, snow="#e9d9d8")
    ridges(c, "#3c4258", "#1d2233", top=0.62, bottom=0.74, count=3, relief=0.07)
    plain(c, ("#252a3c", "#0d101a"), horizon=0.7, grass=0.5)
    c.mist(0.68, 0.05, "#b58a86", 0.5)
    scatter(c, 5200, top=0.66, bottom=1.0, size=0.9, spread=0.42)


def capital_blue_hour(c: Canvas) -> None:
    c.gradient((0, "#15264a"), (0.45, "#3f6294"), (0.62, "#e7a98a"))
    c.clouds("#6d84ab", top=0.05, bottom=0.6, cover=0.45, strength=0.5, stretch=6)
    towers(c, 0.66, "#4b5f86", tall=0.2, count=22, lit=0.12)
    towers(c, 0.67, "#2a3a5c", tall=0.36, count=14, lit=0.3)
    c.silhouette([(0.505, 0.67), (0.5, 0.2), (0.515, 0.12), (0.53, 0.2), (0.525, 0.67)], "#1e2b48")
    lamps(c, [(0.515, 0.12)], "#ff6a4a", 1.1)
    towers(c, 0.68, "#18233c", tall=0.2, count=18, lit=0.34)
    water(c, horizon=0.675, tint="#10203c", darkness=0.35)


def old_town_roofs(c: Canvas) -> None:
    c.gradient((0, "#6e8fb0"), (0.5, "#f0d3ae"))
    c.clouds("#f5dcc0", top=0, bottom=0.45, cover=0.45, strength=0.7)
    ridges(c, "#a99c92", "#7d7264", top=0.4, bottom=0.5, count=3, relief=0.15)
    for row in range(7):
        _house_row(c, row)


def _house_row(c: Canvas, row: int) -> None:
    depth = row / 6
    size, x = 0.05 + 0.09 * depth, -0.03 - 0.03 * (row % 2)
    walls = ("#d8c3a0", "#c9a98b", "#b98e78", "#cfc4b4", "#a8826a")
    while x < 1.03:
        width = size * (0.8 + 0.7 * c.rng.random())
        y = 0.5 + 0.085 * row + 0.03 * np.sin(5 * x + row) + 0.02 * c.rng.random()
        height = size * (0.9 + 0.5 * c.rng.random())
        shade = walls[int(c.rng.integers(0, len(walls)))]
        c.silhouette([(x, y + height), (x, y), (x + width, y), (x + width, y + height)], shade)
        c.silhouette(
            [(x - 0.006, y), (x + width * 0.5, y - size * 0.32), (x + width + 0.006, y)], "#8f4a35"
        )
        balcony = [[(x + width * 0.1, y + height * 0.45), (x + width * 0.9, y + height * 0.45)]]
        posts = [
            [(x + width * k, y + height * 0.3), (x + width * k, y + height * 0.45)]
            for k in (0.1, 0.3, 0.5, 0.7, 0.9)
        ]
        c.blend("#4a3527", line_mask(balcony + posts, 1.5 + 3 * depth))
        windows(
            c,
            x + width * 0.15,
            y + height * 0.08,
            x + width * 0.85,
            y + height * 0.32,
            columns=3,
            rows=1,
            lit=0.5,
        )
        x += width * 1.05


def wind_towers(c: Canvas) -> None:
    c.gradient((0, "#5f87a6"), (0.5, "#f1d5a6"), (0.6, "#f7deb4"))
    c.glow(0.2, 0.52, 0.2, "#ffc27a", 0.45)
    ridges(c, "#c7a884", "#a78764", top=0.54, bottom=0.58, count=2, relief=0.08)
    for row in range(4):
        tone = ("#c59d6c", "#b1875a", "#8f6a47", "#5d4532")[row]
        base, x = 0.66 + 0.1 * row, -0.02
        while x < 1.02:
            width = (0.05 + 0.05 * c.rng.random()) * (1 + row * 0.4)
            top = base - (0.04 + 0.05 * c.rng.random()) * (1 + row * 0.25)
            c.silhouette([(x, 1.1), (x, top), (x + width, top), (x + width, 1.1)], tone)
            if c.rng.random() < 0.3:
                _badgir(c, x + width * 0.5, top, 0.02 * (1 + row * 0.5), tone)
            x += width * 0.98


def _badgir(c: Canvas, x: float, y: float, size: float, tone: str) -> None:
    top = y - size * 6
    c.silhouette([(x - size * 0.8, y), (x - size, top), (x + size, top), (x + size * 0.8, y)], tone)
    slots = [
        [(x + size * k, top + size * 0.5), (x + size * k, top + size * 2.6)]
        for k in (-0.6, -0.2, 0.2, 0.6)
    ]
    c.blend("#3d2c20", line_mask(slots, 180 * size))
    c.silhouette(
        [
            (x - size * 1.15, top),
            (x - size * 1.15, top - size * 0.25),
            (x + size * 1.15, top - size * 0.25),
            (x + size * 1.15, top),
        ],
        "#7b5a3d",
    )


def hillside_lights(c: Canvas) -> None:
    c.gradient((0, "#0d1730"), (0.4, "#2b3c63"), (0.6, "#7c6f86"))
    c.stars(900, below=0.4)
    ridges(c, "#3c466a", "#10141f", top=0.5, bottom=0.98, count=6, relief=0.2, rough=0.48)
    scatter(c, 2600, top=0.5, bottom=0.98, size=1.0, spread=0.34)
    scatter(c, 500, top=0.6, bottom=0.98, size=1.5, spread=0.3)
    c.mist(0.62, 0.08, "#4d5680", 0.35)


def parliament_dawn(c: Canvas) -> None:
    c.gradient((0, "#4b6a94"), (0.4, "#c9a5a4"), (0.66, "#ffdcae"))
    c.clouds("#ffd9bd", top=0.1, bottom=0.62, cover=0.5, strength=0.7, stretch=6)
    c.glow(0.5, 0.66, 0.24, "#ffb871", 0.5)
    towers(c, 0.72, "#9c8490", tall=0.08, count=26, lit=0)
    angles = np.linspace(0, np.pi, 60)
    dome = [(0.5 + 0.12 * np.cos(a), 0.5 - 0.17 * np.sin(a)) for a in angles]
    c.silhouette(dome, "#4d4560")
    c.silhouette([(0.37, 0.56), (0.37, 0.5), (0.63, 0.5), (0.63, 0.56)], "#463f58")
    c.silhouette([(0.18, 0.74), (0.18, 0.58), (0.82, 0.58), (0.82, 0.74)], "#3c364d")
    c.silhouette([(0.34, 0.585), (0.34, 0.55), (0.66, 0.55), (0.66, 0.585)], "#453e57")
    c.silhouette([(0.493, 0.34), (0.5, 0.24), (0.507, 0.34)], "#4d4560")
    slits = [[(0.2 + 0.03 * n, 0.61), (0.2 + 0.03 * n, 0.71)] for n in range(21)]
    c.blend("#7c6a72", line_mask(slits, 6) * 0.7)
    water(c, horizon=0.745, tint="#59526a", darkness=0.3, ripple=0.6)


def snow_tram(c: Canvas) -> None:
    c.gradient((0, "#26334a"), (0.6, "#8392a6"), (1, "#c3ccd6"))
    for side in (0, 1):
        for n in range(6):
            near, far = 0.46 * (n / 6) ** 0.8, 0.46 * ((n + 1) / 6) ** 0.8
            top = 0.04 + 0.4 * ((n + 0.5) / 6) ** 1.1
            xs = (near, far) if side == 0 else (1 - near, 1 - far)
            tone = ("#2c3447", "#384158", "#465068", "#58637b", "#6d788f", "#858fa3")[n]
            c.silhouette(
                [
                    (xs[0], 0.86 - 0.2 * n / 6),
                    (xs[0], top),
                    (xs[1], top + 0.02),
                    (xs[1], 0.84 - 0.2 * n / 6),
                ],
                tone,
            )
            windows(c, min(xs), top + 0.05, max(xs), 0.7 - 0.03 * n, columns=3, rows=7, lit=0.32)
    c.silhouette([(0.47, 0.64), (0.53, 0.64), (1.1, 1.1), (-0.1, 1.1)], "#c9d2db")
    rails = [
        [(0.49, 0.64), (0.34, 1.02)],
        [(0.497, 0.64), (0.44, 1.02)],
        [(0.503, 0.64), (0.56, 1.02)],
        [(0.51, 0.64), (0.66, 1.02)],
    ]
    c.blend("#5d6876", line_mask(rails, 4, 0.6))
    wires = [
        [(0.5, 0.6), (0.2, -0.02)],
        [(0.5, 0.6), (0.8, -0.02)],
        [(0.0, 0.2), (1.0, 0.16)],
        [(0.2, 0.36), (0.8, 0.34)],
    ]
    c.blend("#1a2130", line_mask(wires, 1.6))
    c.silhouette([(0.462, 0.74), (0.462, 0.6), (0.538, 0.6), (0.538, 0.74)], "#8f3b2f")
    windows(c, 0.466, 0.61, 0.534, 0.67, columns=3, rows=1, lit=1)
    lamps(c, [(0.476, 0.72), (0.524, 0.72)], "#fff0c8", 1.8)
    lamps(c, [(0.24, 0.42), (0.76, 0.42), (0.36, 0.5), (0.64, 0.5)], "#ffcf88", 2.2)
    snowfall(c, 1600)
