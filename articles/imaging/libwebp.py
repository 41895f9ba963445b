"""libwebp, as it comes with Pillow: any part of a picture, unpacked at the size it is needed in.

Pillow's own way unpacks the whole picture four times over.
"""

from __future__ import annotations

import ctypes
from ctypes import Structure, byref, c_char_p, c_int, c_size_t, c_uint32, c_void_p

from PIL import Image

from articles.imaging.linked import linked

# The library refuses whoever was written for another major version of its structures.
VERSION = 0x0200
RGB, RGBA = 0, 1
Box = tuple[int, int, int, int]


class Features(Structure):
    """``WebPBitstreamFeatures``."""

    _fields_ = [
        ("width", c_int),
        ("height", c_int),
        ("has_alpha", c_int),
        ("has_animation", c_int),
        ("format", c_int),
        ("reserved", c_uint32 * 5),
    ]


class Output(Structure):
    """``WebPDecBuffer``; the size of its union is that of its larger member, four planes."""

    _fields_ = [
        ("mode", c_int),
        ("width", c_int),
        ("height", c_int),
        ("is_ours", c_int),
        ("pixels", c_void_p),
        ("stride", c_int),
        ("length", c_size_t),
        ("planes", c_size_t * 7),
        ("reserved", c_uint32 * 4),
        ("memory", c_void_p),
    ]


class Options(Structure):
    """``WebPDecoderOptions``."""

    _fields_ = [
        ("bypass_filtering", c_int),
        ("no_fancy_upsampling", c_int),
        ("use_cropping", c_int),
        ("left", c_int),
        ("top", c_int),
        ("width", c_int),
        ("height", c_int),
        ("use_scaling", c_int),
        ("scaled_width", c_int),
        ("scaled_height", c_int),
        ("use_threads", c_int),
        ("dithering", c_int),
        ("flip", c_int),
        ("alpha_dithering", c_int),
        ("reserved", c_uint32 * 5),
    ]


class Config(Structure):
    """``WebPDecoderConfig``."""

    _fields_ = [("input", Features), ("output", Output), ("options", Options)]


def _bind(library: ctypes.CDLL) -> None:
    library.WebPGetFeaturesInternal.argtypes = [c_char_p, c_size_t, c_void_p, c_int]
    library.WebPInitDecoderConfigInternal.argtypes = [c_void_p, c_int]
    library.WebPDecode.argtypes = [c_char_p, c_size_t, c_void_p]
    if not library.WebPInitDecoderConfigInternal(byref(Config()), VERSION):
        raise ImportError("another libwebp than the one this was written for")


LINKED = linked("PIL._webp", _bind)
LIBRARY = LINKED.library


def features(data: bytes) -> Features:
    """By its header; raises ValueError."""
    found = Features()
    _check(LIBRARY.WebPGetFeaturesInternal(data, len(data), byref(found), VERSION))
    return found


def decoded(data: bytes, box: Box, size: tuple[int, int]) -> Image.Image:
    """What stands in ``box`` (its left and top even), averaged to ``size``; raises ValueError."""
    mode = "RGBA" if features(data).has_alpha else "RGB"
    config = _config(box, size)
    stride = size[0] * len(mode)
    pixels = bytearray(stride * size[1])
    output = config.output
    output.mode, output.is_ours = (RGBA if mode == "RGBA" else RGB), 1
    output.pixels = ctypes.addressof(ctypes.c_char.from_buffer(pixels))
    output.stride, output.length = stride, len(pixels)
    _check(LIBRARY.WebPDecode(data, len(data), byref(config)))
    return Image.frombuffer(mode, size, pixels, "raw", mode, 0, 1)


def _config(box: Box, size: tuple[int, int]) -> Config:
    config = Config()
    LIBRARY.WebPInitDecoderConfigInternal(byref(config), VERSION)
    left, top, right, bottom = box
    options = config.options
    options.use_cropping = options.use_scaling = 1
    options.left, options.top = left, top
    options.width, options.height = right - left, bottom - top
    options.scaled_width, options.scaled_height = size
    return config


def _check(status: int) -> None:
    if status:
        raise ValueError(f"libwebp: status {status}")
