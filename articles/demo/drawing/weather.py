"""Storm, smoke, flood, clear nights."""

from __future__ import annotations

import numpy as np

from articles.demo.drawing.canvas import Canvas, line_mask, polygon_mask
from articles.demo.drawing.land import path, plain, ridges, water
from articles.demo.drawing.lights import lamps, scatter, windows


def sea_storm(c: Canvas) -> None:
    c.gradient((0, "#2b3845"), (0.45, "#7f8b92"), (1, "#28343c"))
    c.clouds("#1d2730", top=-0.3, bottom=0.5, cover=0.75, strength=0.85)
    c.clouds("#aeb8ba", top=0.1, bottom=0.5, cover=0.4, strength=0.6, stretch=6)
    for n in range(9):
        y, x = 0.46 + 0.012 * n + 0.006 * n * n, np.linspace(0, 1, 160)
        wave = y + (0.004 + 0.0035 * n) * np.sin(x * (34 - 2.6 * n) + n * 2.1)
        wave += 0.003 * n * 0.3 * c.rng.standard_normal(160).cumsum() * 0.2
        tone = ("#44545d", "#39484f", "#2f3e46", "#26343c")[n % 4]
        c.silhouette([*zip(x, wave, strict=True), (1, 1.1), (0, 1.1)], tone)
        c.blend("#dfe6e6", line_mask([list(zip(x, wave, strict=True))], 1 + n * 0.5, 1.2) * 0.4)
    c.silhouette(
        [(0.66, 0.5), (0.7, 0.45), (0.82, 0.445), (0.9, 0.5), (0.95, 0.6), (0.62, 0.6)], "#161c20"
    )
    c.silhouette([(0.752, 0.45), (0.757, 0.26), (0.777, 0.26), (0.782, 0.45)], "#cfcbc0")
    c.silhouette([(0.75, 0.262), (0.767, 0.225), (0.784, 0.262)], "#20262a")
    beam = [(0.767, 0.25), (0, 0.12), (0, 0.27)]
    c.add_light("#fff0c4", polygon_mask([beam]) * np.clip(c.columns * 1.2 - 0.1, 0, 1) * 0.28)
    lamps(c, [(0.767, 0.25)], "#fff2cf", 1.8)


def forest_haze(c: Canvas) -> None:
    c.gradient((0, "#b98e6a"), (0.6, "#d7ae7d"), (1, "#7a5a44"))
    c.glow(0.3, 0.25, 0.05, "#ff7a3c", 0.7)
    c.glow(0.3, 0.25, 0.2, "#ff9a58", 0.35)
    ridges(c, "#c79b72", "#3a2b25", top=0.42, bottom=0.95, count=6, relief=0.13, rough=0.6)
    for n in range(4):
        c.mist(0.5 + 0.13 * n, 0.05, "#d9b183", 0.55 - 0.1 * n)
    _firs(c, 0.97, 70)


def _firs(c: Canvas, base: float, count: int) -> None:
    trees = []
    for x in np.sort(c.rng.random(count)):
        h = 0.06 + 0.12 * c.rng.random()
        trees.append([(x - h * 0.16, base + 0.05), (x, base - h), (x + h * 0.16, base + 0.05)])
    c.blend("#241a18", polygon_mask(trees))


def flooded_fields(c: Canvas) -> None:
    c.gradient((0, "#6f879c"), (0.45, "#d8d9d3"))
    c.clouds("#eceae3", top=-0.1, bottom=0.45, cover=0.6, strength=0.8)
    c.clouds("#59687a", top=-0.3, bottom=0.3, cover=0.45, strength=0.6)
    ridges(c, "#9aa6ab", "#6c7b79", top=0.47, bottom=0.49, count=2, relief=0.05)
    trees = []
    for n in range(16):
        x, h = 0.1 + 0.052 * n, 0.16 - 0.006 * n
        trees.append(
            [
                (x - 0.007, 0.5),
                (x - 0.011, 0.5 - h * 0.5),
                (x, 0.5 - h),
                (x + 0.011, 0.5 - h * 0.5),
                (x + 0.007, 0.5),
            ]
        )
    c.blend("#33403b", polygon_mask(trees) * 0.95)
    water(c, horizon=0.5, tint="#7f8c90", darkness=0.32, ripple=0.5)
    for n in range(5):
        _dyke(c, 0.6 + 0.1 * n, n)


def _dyke(c: Canvas, y: float, n: int) -> None:
    x = np.linspace(0, 1, 40)
    wave = y + 0.01 * np.sin(6 * x + n * 1.7) + 0.05 * (x - 0.5) * (-1) ** n
    thick = 0.006 + 0.004 * n
    upper, lower = [*zip(x, wave, strict=True)], [*zip(x[::-1], wave[::-1] + thick, strict=True)]
    c.silhouette(upper + lower, "#4c5a45")


def border_road(c: Canvas) -> None:
    c.gradient((0, "#56707f"), (0.55, "#d7cdb8"))
    c.clouds("#e8dfcd", top=0, bottom=0.5, cover=0.5, strength=0.7)
    ridges(c, "#a6a596", "#5a5748", top=0.4, bottom=0.66, count=5, relief=0.26)
    plain(c, ("#9a8f74", "#4a4536"), horizon=0.66, grass=0.35)
    path(c, [(0.66, 0.495, 0.505), (0.72, 0.46, 0.5), (0.82, 0.4, 0.54), (1, 0.22, 0.7)], "#57554f")
    c.silhouette([(0.6, 0.8), (0.6, 0.69), (0.7, 0.69), (0.7, 0.8)], "#39372f")
    c.silhouette([(0.59, 0.692), (0.61, 0.67), (0.69, 0.67), (0.71, 0.692)], "#22211d")
    windows(c, 0.615, 0.705, 0.685, 0.755, columns=3, rows=1, lit=1)
    bar = [[(0.58, 0.775), (0.36, 0.745)]]
    c.blend("#e9e3d6", line_mask(bar, 9))
    for n in range(5):
        x, y = 0.56 - 0.045 * n, 0.7723 - 0.0061 * n
        c.blend("#b3402c", line_mask([[(x, y), (x - 0.02, y - 0.0027)]], 9))
    c.blend("#2d2b27", line_mask([[(0.58, 0.82), (0.58, 0.755)]], 12))


def observatory_stars(c: Canvas) -> None:
    c.gradient((0, "#0a1020"), (0.6, "#1d2c4a"), (0.8, "#4a4a60"))
    band = np.exp(-(((c.rows - 0.25 - 0.5 * (c.columns - 0.4)) / 0.12) ** 2))
    c.clouds("#5d6a92", top=-0.4, bottom=0.9, cover=0.6, strength=0.25)
    c.add_light("#8693bd", (band * 0.16).astype(np.float32))
    c.stars(5200, below=0.85)
    ridges(c, "#2a3550", "#0b0e16", top=0.8, bottom=0.94, count=4, relief=0.1)
    dome = [(0.62 + 0.075 * np.cos(a), 0.72 - 0.11 * np.sin(a)) for a in np.linspace(0, np.pi, 40)]
    c.silhouette([*dome, (0.545, 0.84), (0.695, 0.84)], "#1b2233")
    c.silhouette([(0.61, 0.62), (0.63, 0.615), (0.645, 0.71), (0.62, 0.715)], "#e0b070")
    c.glow(0.628, 0.665, 0.05, "#ffb45c", 0.35)
    scatter(c, 60, top=0.86, bottom=0.92, size=0.9, spread=0.4)
