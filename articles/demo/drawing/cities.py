"""Towns and rooms: dusk, lamps, tall windows."""

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
