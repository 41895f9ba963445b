"""Random fields from which ridges, clouds and grain are made."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Field = NDArray[np.float32]
Rng = np.random.Generator


def fbm(
    rng: Rng, width: int, height: int, *, cells: float = 4, octaves: int = 6, stretch: float = 1.0
) -> Field:
    """Fractal noise from 0 to 1; ``stretch`` > 1 draws it out sideways, as wind does with clouds."""
    total = np.zeros((height, width), np.float32)
    weight, amplitude = 0.0, 1.0
    for octave in range(octaves):
        count = cells * 2**octave
        grid = rng.random((int(count) + 3, max(3, int(count * 1.5 / stretch) + 3)), np.float32)
        layer = Image.fromarray(grid).resize((width, height), Image.Resampling.BICUBIC)
        total += amplitude * np.asarray(layer)
        weight, amplitude = weight + amplitude, amplitude * 0.5
    total /= weight
    low, high = np.percentile(total, (1, 99))
    scaled = (total - float(low)) / max(float(high) - float(low), 1e-6)
    return np.asarray(np.clip(scaled, 0, 1), np.float32)


def profile(rng: Rng, width: int, *, cells: int = 3, octaves: int = 8, rough: float = 0.5) -> Field:
    """A one-dimensional skyline from 0 to 1; ``rough`` is how much each finer octave keeps."""
    x = np.linspace(0, 1, width, dtype=np.float32)
    total = np.zeros(width, np.float32)
    amplitude = 1.0
    for octave in range(octaves):
        knots = rng.random(cells * 2**octave + 2).astype(np.float32)
        total += amplitude * np.interp(x, np.linspace(0, 1, knots.size), knots).astype(np.float32)
        amplitude *= rough
    low, high = float(total.min()), float(total.max())
    return ((total - low) / max(high - low, 1e-6)).astype(np.float32)
