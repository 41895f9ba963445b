"""HEIC, the format of phones, read by libheif: the main picture, nothing that goes with it."""

from __future__ import annotations

from typing import Any

import pi_heif
from pi_heif import options
from PIL import Image, ImageFile

options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
options.DECODE_THREADS = 1


class HeifPhoto(ImageFile.ImageFile):
    """Its pixels stay as libheif unpacks them: cut by ``crop``, never copied as a whole.

    It stands upright by itself: libheif turns it, and no note of a turn is left.
    """

    format = "HEIC"
    format_description = "HEIF container with HEVC pictures"

    def _open(self) -> None:
        found = pi_heif.open_heif(self.fp, convert_hdr_to_8bit=True, remove_stride=False)
        self._photo = found[found.primary_index]
        pi_heif.set_orientation(self._photo.info)
        self._size, self._mode = self._photo.size, self._photo.mode
        self.info = self._photo.info

    def load(self) -> Any:
        """Unpack; raises what libheif finds wrong."""
        self._photo.load()
        self._size = self._photo.size

    def crop(self, box: tuple[int, int, int, int] | None = None) -> Image.Image:  # type: ignore[override]
        left, top, right, bottom = box or (0, 0, *self.size)
        stride = self._photo.stride
        rows = memoryview(self._photo.data)[top * stride : bottom * stride]
        size = self.width, bottom - top
        cut = Image.frombytes(self.mode, size, rows, "raw", self.mode, stride)
        return cut.crop((left, 0, right, bottom - top))
