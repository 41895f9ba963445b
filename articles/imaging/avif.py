"""AVIF, unpacked by libavif and left in its planes: a strip of them becomes pixels at a time."""

from __future__ import annotations

from typing import Any

from PIL import AvifImagePlugin, Image

from articles.imaging import av1, libavif

# Rows beside a strip from which its colours are drawn; even, see ``Frame.rows``.
BESIDE = 2


class AvifPhoto(AvifImagePlugin.AvifImageFile):
    """Its words and its size are read by Pillow; it is cut by ``crop``, never copied as a whole."""

    def load(self) -> Any:
        """Unpack; raises what libavif finds wrong."""
        data = self.fp.getvalue() if self.fp else b""  # type: ignore[attr-defined]
        pixels = self.width * self.height
        self._frame = libavif.Frame(data, pixels, min(pixels, av1.largest(data)))
        if self._frame.size != self.size:
            raise ValueError("another size than the file says")
        # Colours that nothing can be made of are found out now.
        self.crop((0, 0, self.width, 1))

    def crop(self, box: tuple[int, int, int, int] | None = None) -> Image.Image:  # type: ignore[override]
        left, top, right, bottom = box or (0, 0, *self.size)
        start = max(0, top - top % 2 - BESIDE)
        mode = "RGBA" if self.mode == "RGBA" else "RGB"
        rows = self._frame.rows(mode, start, min(self.height, bottom + BESIDE))
        return rows.crop((left, top - start, right, bottom - start))
