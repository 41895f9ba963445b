"""SSIM: how alike two pictures look, from 0 to 1 (Wang et al. 2004, on luma, Gaussian window)."""

from __future__ import annotations

import numpy as np
from PIL import Image

REACH, SIGMA = 5, 1.5
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
WINDOW = np.exp(-(np.arange(-REACH, REACH + 1) ** 2) / (2 * SIGMA**2))
WINDOW /= WINDOW.sum()


def ssim(one: Image.Image, other: Image.Image) -> float:
    """The mean over both pictures, which have the same size."""
    x, y = (np.asarray(image.convert("L"), dtype=np.float64) for image in (one, other))
    mean_x, mean_y = _blurred(x), _blurred(y)
    var_x, var_y = _blurred(x * x) - mean_x**2, _blurred(y * y) - mean_y**2
    both = _blurred(x * y) - mean_x * mean_y
    likeness = (2 * mean_x * mean_y + C1) * (2 * both + C2)
    return float((likeness / ((mean_x**2 + mean_y**2 + C1) * (var_x + var_y + C2))).mean())


def _blurred(pixels: np.ndarray) -> np.ndarray:
    height, width = (side - 2 * REACH for side in pixels.shape)
    rows = sum(weight * pixels[at : at + height] for at, weight in enumerate(WINDOW))
    return np.asarray(sum(weight * rows[:, at : at + width] for at, weight in enumerate(WINDOW)))
