"""Mountains, steppe, water, weather."""

from __future__ import annotations

import numpy as np

from articles.demo.drawing.canvas import Canvas, line_mask, polygon_mask
from articles.demo.drawing.land import path, plain, ridges, snowfall, water


def mountain_pass_snow(c: Canvas) -> None:
    c.gradient((0, "#8fa3b5"), (0.5, "#cfd6dc"), (1, "#e6e6e4"))
    c.clouds("#f2f2f0", top=-0.2, bottom=0.6, cover=0.7, strength=0.8)
    ridges(c, "#b9c3cc", "#6d7b89", top=0.36, bottom=0.72, count=4, relief=0.3, snow="#f6f8fa")
    plain(c, ("#dfe5ea", "#aebac6"), horizon=0.68, grass=0.18)
    path(c, [(0.69, 0.56, 0.565), (0.76, 0.5, 0.52), (0.86, 0.44, 0.5), (1.0, 0.3, 0.5)], "#8b97a3")
    poles = [
        [(0.55 - 0.06 * n, 0.69 + 0.04 * n), (0.55 - 0.06 * n, 0.665 + 0.025 * n)] for n in range(6)
    ]
    c.blend("#39424c", line_mask(poles, 2.2))
    snowfall(c, 1500)


def steppe_dawn(c: Canvas) -> None:
    c.gradient((0, "#34506e"), (0.35, "#8a8ea0"), (0.52, "#eebd8c"), (0.62, "#ffdfae"))
    c.clouds("#f6c9a2", top=0.05, bottom=0.58, cover=0.45, strength=0.75, stretch=7)
    c.glow(0.68, 0.6, 0.16, "#ffb060", 0.75)
    ridges(c, "#b99c96", "#7b6a6e", top=0.63, bottom=0.66, count=2, relief=0.05)
    plain(c, ("#a8835c", "#2e2a22"), horizon=0.645, grass=0.5)
    _pylons(c, 0.645)


def _pylons(c: Canvas, horizon: float) -> None:
    tops = []
    for n, scale in enumerate((0.05, 0.075, 0.115, 0.18, 0.29)):
        x, y = 0.6 - 0.13 * n, horizon + 0.02 * n + 0.02 * n * n * 0.6
        arms = [
            [(x - scale * 0.16, y - scale * k), (x + scale * 0.16, y - scale * k)]
            for k in (0.7, 0.85)
        ]
        legs = [[(x - scale * 0.1, y), (x, y - scale)], [(x + scale * 0.1, y), (x, y - scale)]]
        c.blend("#2b2a30", line_mask(arms + legs, 1.2 + n * 0.5))
        tops.append((x, y - scale * 0.85))
    c.blend("#3a3840", line_mask([tops], 1.0) * 0.7)


def reservoir_low(c: Canvas) -> None:
    c.gradient((0, "#7fa0b8"), (0.5, "#d9d6c8"))
    c.clouds("#f4efe2", top=0, bottom=0.5, cover=0.4, strength=0.6)
    ridges(c, "#b3ad9f", "#8d7d66", top=0.42, bottom=0.56, count=4, relief=0.16)
    water(c, horizon=0.54, tint="#7f9aa0", darkness=0.35)
    for n, tone in enumerate(("#c9b894", "#b8a27b", "#9c8661", "#7c6a4c")):
        _shore(c, 0.62 + 0.09 * n, tone)


def _shore(c: Canvas, y: float, colour: str) -> None:
    x = np.linspace(0, 1, 60)
    wave = y + 0.05 * np.sin(x * 5 + y * 20) + 0.1 * (x - 0.5) * (1 if y < 0.8 else 0.4)
    wave += 0.006 * c.rng.standard_normal(60).cumsum() * 0.3
    c.silhouette([*zip(x, wave, strict=True), (1, 1.1), (0, 1.1)], colour)


def glacier_lake(c: Canvas) -> None:
    c.gradient((0, "#5d86ab"), (0.5, "#c6d8e2"))
    c.clouds("#ffffff", top=-0.1, bottom=0.45, cover=0.45, strength=0.8)
    ridges(c, "#8fa5b8", "#4c5a66", top=0.4, bottom=0.56, count=3, relief=0.36, snow="#f4f8fb")
    ice = [(0.3, 0.56), (0.42, 0.34), (0.5, 0.3), (0.56, 0.36), (0.6, 0.46), (0.72, 0.56)]
    c.blend("#dbe9f0", polygon_mask([ice]) * 0.75)
    ridges(c, "#55636b", "#39434a", top=0.57, bottom=0.6, count=2, relief=0.05)
    water(c, horizon=0.585, tint="#4f8f9c", darkness=0.5)


def orchard_blossom(c: Canvas) -> None:
    c.gradient((0, "#7ba5c9"), (0.5, "#dfe8ea"))
    ridges(c, "#a9bccb", "#7d8f8d", top=0.36, bottom=0.5, count=3, relief=0.24, snow="#ffffff")
    plain(c, ("#a9b183", "#5d6b3c"), horizon=0.52, grass=0.4)
    for row in range(7):
        _blossom_row(c, row)


def _blossom_row(c: Canvas, row: int) -> None:
    depth = (row / 6) ** 1.6
    y, size = 0.53 + 0.4 * depth, 0.012 + 0.1 * depth
    for x in np.arange(-0.05, 1.1, size * 1.9) + 0.4 * size * (row % 2):
        trunk = [[(x, y + size * 0.4), (x + size * 0.05, y - size * 0.4)]]
        c.blend("#4a3b33", line_mask(trunk, 1 + 6 * depth))
        for tone, count in (("#d9a7b0", 40), ("#f0cfd3", 60), ("#fff1f0", 46)):
            puffs = []
            for _ in range(count):
                dx, dy = c.rng.normal(0, size * 0.3, 2)
                r = size * (0.06 + 0.08 * c.rng.random())
                px, py = x + dx, y - size * 0.75 + dy * 0.9
                puffs.append([(px - r, py), (px, py - r * 1.4), (px + r, py), (px, py + r * 1.4)])
            c.blend(tone, polygon_mask(puffs, 1) * 0.75)


def vineyard_terraces(c: Canvas) -> None:
    c.gradient((0, "#7d93a8"), (0.45, "#ecd7b4"))
    c.clouds("#f4e4c8", top=0, bottom=0.4, cover=0.5, strength=0.6)
    ridges(c, "#a99f93", "#6f6a58", top=0.36, bottom=0.48, count=3, relief=0.14)
    for n in range(11):
        y = 0.46 + 0.054 * n * (1 + 0.03 * n)
        x = np.linspace(0, 1, 50)
        wave = y + 0.03 * np.sin(3.2 * x + 0.5 * n) - 0.06 * x
        tone = ("#8c7433", "#a3622d", "#7b7a35", "#94511f")[n % 4]
        c.silhouette([*zip(x, wave, strict=True), (1, 1.2), (0, 1.2)], tone)
        rows = [
            [(px, py + 0.006), (px + 0.004, py + 0.03 + 0.003 * n)]
            for px, py in zip(x, wave, strict=True)
        ]
        c.blend("#3f3a1d", line_mask(rows, 2 + n * 0.8) * 0.55)


def school_hill(c: Canvas) -> None:
    c.gradient((0, "#6f9fc4"), (0.5, "#e4ecea"))
    c.clouds("#ffffff", top=-0.05, bottom=0.45, cover=0.5, strength=0.85)
    ridges(c, "#9fb4bd", "#6f8a74", top=0.45, bottom=0.6, count=4, relief=0.18)
    x = np.linspace(0, 1, 80)
    hill = 0.72 - 0.18 * np.exp(-(((x - 0.52) / 0.3) ** 2))
    c.silhouette([*zip(x, hill, strict=True), (1, 1.1), (0, 1.1)], "#5f7f45")
    grass = np.clip(polygon_mask([[*zip(x, hill, strict=True), (1, 1.1), (0, 1.1)]]), 0, 1)
    c.clouds("#3f5c30", top=0.4, bottom=1.3, cover=0.6, strength=0.0)
    c.blend("#41602f", (grass * np.clip((c.rows - 0.6) * 1.6, 0, 0.8)).astype(np.float32))
    c.silhouette([(0.42, 0.56), (0.42, 0.46), (0.62, 0.46), (0.62, 0.56)], "#efe6d2")
    c.silhouette([(0.405, 0.465), (0.44, 0.405), (0.6, 0.405), (0.635, 0.465)], "#a4553a")
    c.silhouette([(0.505, 0.41), (0.505, 0.36), (0.535, 0.36), (0.535, 0.41)], "#efe6d2")
    c.silhouette([(0.498, 0.363), (0.52, 0.325), (0.542, 0.363)], "#a4553a")
    for n in range(6):
        left = 0.432 + 0.031 * n
        c.silhouette(
            [(left, 0.525), (left, 0.485), (left + 0.017, 0.485), (left + 0.017, 0.525)], "#5b7486"
        )
    path(c, [(0.56, 0.515, 0.525), (0.7, 0.5, 0.54), (0.85, 0.42, 0.52), (1, 0.3, 0.48)], "#d0bf98")
