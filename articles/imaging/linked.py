"""The libraries that Pillow's modules are linked with, found through them, wherever they lie."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

# The structures of the libraries are written down as they lie in memory there.
POINTER_BYTES = 8


@dataclass(frozen=True)
class Linked:
    """``fault`` says why there is no ``library``: what it would read is then refused, no more."""

    library: Any
    fault: str = ""


def linked(module: str, bind: Callable[[ctypes.CDLL], None]) -> Linked:
    """``bind`` describes the functions, which not every build of Pillow shows."""
    if ctypes.sizeof(ctypes.c_void_p) != POINTER_BYTES:
        return Linked(None, "only 64-bit systems are supported")
    try:
        library = ctypes.CDLL(str(import_module(module).__file__))
        bind(library)
    except (ImportError, OSError, AttributeError) as error:
        return Linked(None, str(error))
    return Linked(library)
