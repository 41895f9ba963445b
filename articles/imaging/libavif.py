"""libavif, as it comes with Pillow: the planes of a picture, of which parts become pixels.

Pillow's own way copies the whole picture three times once it is unpacked.
"""

from __future__ import annotations

import ctypes
import weakref
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_size_t, c_uint32, c_void_p

from PIL import Image

from articles.imaging.linked import linked

# Fields keep their places within a major version; new ones come behind them.
MAJOR = b"1."
EIGHT_BITS = 8
FORMATS = {"RGB": 0, "RGBA": 1}
# As Pillow: older libheif wrote no ``pixi``, and a crop that makes no sense is passed over.
STRICT = 1 << 2
# The picture that was judged, not a film beside it.
STILL = 1


class Decoder(Structure):
    """``avifDecoder``, as far as it is used."""

    _fields_ = [
        ("codec", c_int),
        ("threads", c_int),
        ("source", c_int),
        ("by_layers", c_int),
        ("by_rows", c_int),
        ("without_exif", c_int),
        ("without_xmp", c_int),
        ("most_pixels", c_uint32),
        ("longest_side", c_uint32),
        ("most_images", c_uint32),
        ("strict", c_uint32),
        ("image", c_void_p),
    ]


class Planes(Structure):
    """``avifImage``, as far as it is used."""

    _fields_ = [("width", c_uint32), ("height", c_uint32)]


class Pixels(Structure):
    """``avifRGBImage``, with room for what later versions add."""

    _fields_ = [
        ("width", c_uint32),
        ("height", c_uint32),
        ("depth", c_uint32),
        ("format", c_int),
        ("upsampling", c_int),
        ("downsampling", c_int),
        ("avoid_libyuv", c_int),
        ("ignore_alpha", c_int),
        ("is_premultiplied", c_int),
        ("is_float", c_int),
        ("threads", c_int),
        ("pixels", c_void_p),
        ("stride", c_uint32),
        ("room", c_uint32 * 16),
    ]


class Rectangle(Structure):
    """``avifCropRect``."""

    _fields_ = [("left", c_uint32), ("top", c_uint32), ("width", c_uint32), ("height", c_uint32)]


def _bind(library: ctypes.CDLL) -> None:
    library.avifVersion.restype = c_char_p
    if not library.avifVersion().startswith(MAJOR):
        raise ImportError("another libavif than the one this was written for")
    library.avifDecoderCreate.restype = POINTER(Decoder)
    library.avifDecoderDestroy.argtypes = [c_void_p]
    library.avifDecoderSetIOMemory.argtypes = [c_void_p, c_char_p, c_size_t]
    library.avifDecoderParse.argtypes = [c_void_p]
    library.avifDecoderNextImage.argtypes = [c_void_p]
    library.avifImageCreateEmpty.restype = c_void_p
    library.avifImageDestroy.argtypes = [c_void_p]
    library.avifImageSetViewRect.argtypes = [c_void_p, c_void_p, c_void_p]
    library.avifRGBImageSetDefaults.argtypes = [c_void_p, c_void_p]
    library.avifImageYUVToRGB.argtypes = [c_void_p, c_void_p]


LINKED = linked("PIL._avif", _bind)
LIBRARY = LINKED.library


class Frame:
    """The first picture of a file, unpacked; its memory goes with this object."""

    def __init__(self, data: bytes, most_pixels: int, most_coded: int) -> None:
        """Raises ValueError; ``most_coded``: pixels of any tile, or of the picture in one piece."""
        # Nothing at all means no limit to the library.
        if min(most_pixels, most_coded) < 1:
            raise ValueError("a limit of nothing")
        decoder = LIBRARY.avifDecoderCreate()
        weakref.finalize(self, LIBRARY.avifDecoderDestroy, decoder)
        self._data = data
        settings = decoder.contents
        settings.threads, settings.most_pixels, settings.strict = 1, most_pixels, STRICT
        settings.source = STILL
        _check(LIBRARY.avifDecoderSetIOMemory(decoder, data, len(data)))
        _check(LIBRARY.avifDecoderParse(decoder))
        # From here on the decoder's own limit: a frame may say more than the header before it.
        settings.most_pixels = most_coded
        _check(LIBRARY.avifDecoderNextImage(decoder))
        self._image = settings.image
        planes = Planes.from_address(self._image)
        self.size: tuple[int, int] = planes.width, planes.height

    def rows(self, mode: str, top: int, bottom: int) -> Image.Image:
        """``top`` is even: two rows may share their colours."""
        view = LIBRARY.avifImageCreateEmpty()
        try:
            return self._converted(view, mode, Rectangle(0, top, self.size[0], bottom - top))
        finally:
            LIBRARY.avifImageDestroy(view)

    def _converted(self, view: int, mode: str, seen: Rectangle) -> Image.Image:
        _check(LIBRARY.avifImageSetViewRect(view, self._image, byref(seen)))
        pixels = Pixels()
        LIBRARY.avifRGBImageSetDefaults(byref(pixels), view)
        stride = seen.width * len(mode)
        made = bytearray(stride * seen.height)
        pixels.depth, pixels.format, pixels.stride = EIGHT_BITS, FORMATS[mode], stride
        pixels.pixels = ctypes.addressof(ctypes.c_char.from_buffer(made))
        _check(LIBRARY.avifImageYUVToRGB(view, byref(pixels)))
        return Image.frombuffer(mode, (seen.width, seen.height), made, "raw", mode, 0, 1)


def _check(result: int) -> None:
    if result:
        raise ValueError(f"libavif: result {result}")
