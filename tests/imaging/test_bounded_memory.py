"""Sixty megapixels in any format that allows them: the process stays below 400 MB."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.imaging import heic, making

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 400
WIDTH, HEIGHT = 9480, 6320

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux says what a process held at most"
)


def png() -> bytes:
    """Rows of stripes, packed without ever being a picture in memory."""
    row = b"\x02" + bytes(WIDTH * 3)
    first = b"\x00" + (bytes(range(240)) * (WIDTH // 80 + 1))[: WIDTH * 3]
    packer = zlib.compressobj(1)
    packed = packer.compress(first)
    for _row in range(HEIGHT - 1):
        packed += packer.compress(row)
    return making.png_holding(WIDTH, HEIGHT, packed + packer.flush())


def peak(data: bytes, folder: Path) -> int:
    """MB."""
    path = folder / "photo"
    path.write_bytes(data)
    command = [sys.executable, "-m", "benchmarks.photos", str(path)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    return int(done.stdout)


def test_a_png_of_sixty_megapixels(tmp_path):
    assert peak(png(), tmp_path) <= LIMIT


def test_a_turned_heic_of_sixty_megapixels(tmp_path):
    assert peak(heic.grid(19, 12, turns=1), tmp_path) <= LIMIT
