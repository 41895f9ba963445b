"""Facades and rooms: columns, vaults, tall windows."""

from __future__ import annotations

import numpy as np

from articles.demo.drawing.canvas import Canvas, line_mask, polygon_mask
from articles.demo.drawing.land import plain, ridges, snowfall, water
from articles.demo.drawing.lights import lamps, scatter, windows


def towers(c: Canvas, base: float, colour: str, *, tall: float, count: int, lit: float) -> None:
    """A row of blocks with lit windows."""
    x = -0.02
    while x < 1.02:
        width = (0.6 + 0.8 * c.rng.random()) / count
        top = base - tall * (0.35 + 0.65 * c.rng.random() ** 1.6)
        c.silhouette([(x, base), (x, top), (x + width, top), (x + width, base)], colour)
        if lit:
            windows(
                c, x, top + 0.01, x + width, base - 0.02,
                columns=max(2, int(width * 90)), rows=max(3, int((base - top) * 44)), lit=lit,
            )  # fmt: skip
        x += width * (1.02 + 0.25 * c.rng.random())


def courthouse_evening(c: Canvas) -> None:
    c.gradient((0, "#2c3c5a"), (0.5, "#b98f84"), (0.7, "#e9bf95"))
    c.clouds("#c79a8c", top=0, bottom=0.6, cover=0.45, strength=0.5)
    c.silhouette([(0.1, 0.86), (0.1, 0.4), (0.9, 0.4), (0.9, 0.86)], "#8d7a6c")
    c.silhouette([(0.06, 0.4), (0.5, 0.17), (0.94, 0.4)], "#a08c7b")
    c.silhouette([(0.17, 0.385), (0.5, 0.215), (0.83, 0.385)], "#857263")
    c.silhouette([(0.07, 0.44), (0.07, 0.4), (0.93, 0.4), (0.93, 0.44)], "#b5a08d")
    c.silhouette([(0.14, 0.84), (0.14, 0.44), (0.86, 0.44), (0.86, 0.84)], "#4a3d38")
    c.glow(0.5, 0.66, 0.16, "#ffb765", 0.4)
    for n in range(8):
        x = 0.15 + 0.094 * n
        _column(c, x, 0.44, 0.84)
    for n in range(5):
        y = 0.84 + 0.032 * n
        c.silhouette(
            [
                (0.1 - 0.03 * n, y + 0.033),
                (0.1 - 0.03 * n, y),
                (0.9 + 0.03 * n, y),
                (0.9 + 0.03 * n, y + 0.033),
            ],
            ("#b6a391", "#9d8b7b")[n % 2],
        )


def _column(c: Canvas, x: float, top: float, bottom: float) -> None:
    for k, tone in enumerate(("#7d6c60", "#a8937f", "#d2b795", "#e3c9a2", "#b39a81", "#806e61")):
        left = x + 0.0072 * k
        c.silhouette(
            [(left, bottom), (left, top), (left + 0.0076, top), (left + 0.0076, bottom)], tone
        )
    c.silhouette(
        [(x - 0.008, top + 0.022), (x - 0.008, top), (x + 0.051, top), (x + 0.051, top + 0.022)],
        "#c8ae90",
    )
    c.silhouette(
        [
            (x - 0.008, bottom),
            (x - 0.008, bottom - 0.02),
            (x + 0.051, bottom - 0.02),
            (x + 0.051, bottom),
        ],
        "#8d7a6a",
    )


def library_windows(c: Canvas) -> None:
    c.gradient((0, "#101828"), (1, "#1c2333"))
    c.silhouette([(0, 1), (0, 0.08), (1, 0.08), (1, 1)], "#272633")
    for n in range(5):
        _tall_window(c, 0.06 + 0.19 * n)
    c.silhouette([(0, 1), (0, 0.88), (1, 0.88), (1, 1)], "#15161f")
    snowfall(c, 260)


def _tall_window(c: Canvas, x: float) -> None:
    arch = [
        (x + 0.06 + 0.06 * np.cos(a), 0.28 - 0.09 * np.sin(a)) for a in np.linspace(0, np.pi, 30)
    ]
    shape = [(x + 0.12, 0.8), *arch, (x, 0.8)]
    c.blend("#f2b766", polygon_mask([shape]))
    c.add_light("#ffd79a", polygon_mask([shape]) * np.clip((c.rows - 0.2) * 0.9, 0, 0.5))
    shelves = [[(x, 0.36 + 0.07 * k), (x + 0.12, 0.36 + 0.07 * k)] for k in range(6)]
    bars = [[(x + 0.04, 0.2), (x + 0.04, 0.8)], [(x + 0.08, 0.2), (x + 0.08, 0.8)]]
    c.blend("#6d4526", line_mask(shelves, 7))
    books = []
    for k in range(6):
        for px in np.arange(x + 0.004, x + 0.116, 0.006):
            if c.rng.random() < 0.85:
                books.append(
                    [(px, 0.36 + 0.07 * k), (px, 0.36 + 0.07 * k - 0.03 - 0.02 * c.rng.random())]
                )
    c.blend("#8a4b2c", line_mask(books, 5) * 0.8)
    c.blend("#231d22", line_mask([*bars, [(x, 0.5), (x + 0.12, 0.5)]], 6))
    c.glow(x + 0.06, 0.55, 0.09, "#ffb04d", 0.18)


def clinic_night(c: Canvas) -> None:
    c.gradient((0, "#0b1426"), (0.6, "#27385a"))
    c.stars(1600, below=0.6)
    ridges(c, "#22304d", "#0b0f18", top=0.6, bottom=0.78, count=4, relief=0.16)
    plain(c, ("#141a26", "#07090e"), horizon=0.78, grass=0.5)
    c.silhouette([(0.34, 0.8), (0.34, 0.64), (0.66, 0.64), (0.66, 0.8)], "#3b4354")
    c.silhouette([(0.325, 0.645), (0.37, 0.575), (0.63, 0.575), (0.675, 0.645)], "#1b2230")
    windows(c, 0.355, 0.67, 0.47, 0.75, columns=2, rows=1, lit=1)
    windows(c, 0.54, 0.67, 0.645, 0.75, columns=2, rows=1, lit=1)
    c.silhouette([(0.485, 0.8), (0.485, 0.68), (0.525, 0.68), (0.525, 0.8)], "#ffd493")
    c.glow(0.505, 0.84, 0.08, "#ffb765", 0.35)
    scatter(c, 40, top=0.72, bottom=0.8, size=0.9, spread=0.4)


def metro_vault(c: Canvas) -> None:
    c.gradient((0, "#d8c9ac"), (1, "#6d6051"))
    for n in range(16):
        k = (n / 15) ** 1.7
        size, tone = 1.25 - 1.08 * k, 0.95 - 0.5 * k
        arch = [
            (0.5 + 0.62 * size * np.cos(a), 0.56 - 0.62 * size * np.sin(a))
            for a in np.linspace(0, np.pi, 60)
        ]
        shade = np.array([0.86, 0.79, 0.66], np.float32) * (tone if n % 2 else tone * 0.86)
        c.blend(shade, polygon_mask([[*arch, (0.5 - 0.62 * size, 1.2), (0.5 + 0.62 * size, 1.2)]]))
        c.blend("#8a7656", line_mask([arch], 3 + 8 * (1 - k)) * 0.5)
    c.silhouette([(0.47, 0.62), (0.53, 0.62), (0.92, 1.05), (0.08, 1.05)], "#6e665c")
    c.silhouette([(0.49, 0.62), (0.51, 0.62), (0.6, 1.05), (0.4, 1.05)], "#a4988660"[:7])
    lamps(
        c,
        [(0.5, 0.56 - 0.5 * (1.25 - 1.08 * (n / 15) ** 1.7)) for n in range(1, 15, 2)],
        "#fff0c9",
        2.4,
    )
    c.glow(0.5, 0.58, 0.1, "#ffe2ae", 0.5)


def kiosk_rain(c: Canvas) -> None:
    c.gradient((0, "#0f1826"), (0.6, "#2c3950"), (1, "#131a26"))
    towers(c, 0.7, "#1a2334", tall=0.5, count=9, lit=0.12)
    c.silhouette([(0.36, 0.74), (0.36, 0.46), (0.64, 0.46), (0.64, 0.74)], "#2b4038")
    c.silhouette([(0.33, 0.47), (0.36, 0.4), (0.64, 0.4), (0.67, 0.47)], "#1c2b26")
    c.silhouette([(0.385, 0.66), (0.385, 0.5), (0.615, 0.5), (0.615, 0.66)], "#ffcf86")
    papers = []
    for row in range(3):
        for column in range(7):
            px, py = 0.392 + 0.032 * column, 0.51 + 0.05 * row
            papers.append([(px, py + 0.042), (px, py), (px + 0.026, py), (px + 0.026, py + 0.042)])
    c.blend("#b9783c", polygon_mask(papers[::2]) * 0.8)
    c.blend("#f6ead2", polygon_mask(papers[1::2]) * 0.9)
    c.glow(0.5, 0.6, 0.12, "#ffae52", 0.3)
    lamps(c, [(0.12, 0.3), (0.88, 0.26)], "#ffd79b", 3)
    water(c, horizon=0.742, tint="#141b28", darkness=0.3, ripple=0.55)
    drops = [[(x, y), (x - 0.006, y + 0.05)] for x, y in c.rng.random((420, 2))]
    c.add_light("#cfe0ff", line_mask(drops, 1) * 0.16)


def bazaar_light(c: Canvas) -> None:
    c.gradient((0, "#3a2a1f"), (1, "#1f1610"))
    for n in range(10):
        k = (n / 9) ** 1.5
        size = 1.2 - 1.0 * k
        arch = [
            (0.5 + 0.5 * size * np.cos(a), 0.5 - 0.62 * size * np.sin(a) ** 0.8)
            for a in np.linspace(0.01, np.pi - 0.01, 50)
        ]
        tone = np.array([0.45, 0.32, 0.21], np.float32) * (
            0.55 + 0.9 * k if n % 2 else 0.4 + 0.8 * k
        )
        c.blend(tone, polygon_mask([[*arch, (0.5 - 0.5 * size, 1.2), (0.5 + 0.5 * size, 1.2)]]))
    c.silhouette([(0.46, 0.58), (0.54, 0.58), (0.9, 1.05), (0.1, 1.05)], "#6d5138")
    c.glow(0.5, 0.5, 0.06, "#ffe9bf", 0.9)
    for n in range(5):
        x, w = 0.5 - 0.02 * n, 0.012 + 0.018 * n
        beam = [
            (x - w * 0.3, -0.02 + 0.04 * (4 - n)),
            (x + w * 0.3, -0.02 + 0.04 * (4 - n)),
            (x + 0.16 + w * 2.2, 0.62 + 0.09 * n),
            (x + 0.16 - w, 0.62 + 0.09 * n),
        ]
        c.add_light("#ffd38c", polygon_mask([beam]) * (0.2 - 0.02 * n))
    for side in (-1, 1):
        for n in range(5):
            k = (n + 1) / 5
            places = [(0.5 + side * (0.06 + 0.34 * k + 0.03 * j), 0.6 + 0.3 * k) for j in range(4)]
            lamps(c, places, ("#ff9a4a", "#ffc878", "#e0704a")[n % 3], 1.1 + k)
