"""Sixty megapixels in any format that allows them: the process stays below 400 MB."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from articles.imaging import intake
from articles.imaging.intake import opened
from articles.imaging.refused import RefusedImage
from tests.imaging import avif, heic, making

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


def test_a_lossless_webp_of_sixty_megapixels_with_transparency(tmp_path):
    clear = Path(__file__).parent / "pictures" / "clear.webp"
    assert peak(clear.read_bytes(), tmp_path) <= LIMIT


def test_a_lossy_webp_of_sixty_megapixels(tmp_path):
    grey = Image.new("RGB", (WIDTH, HEIGHT), "grey")
    assert peak(making.encoded(grey, "WEBP", method=0, quality=0), tmp_path) <= LIMIT


def test_an_avif_of_sixty_megapixels_and_ten_bits(tmp_path):
    assert peak(avif.stored("ten-bits"), tmp_path) <= LIMIT


def test_a_heavier_file_leaves_less_for_the_planes_of_an_avif(monkeypatch):
    data = avif.stored("ten-bits")
    taken = WIDTH * HEIGHT * 3 + len(data)
    monkeypatch.setattr(intake, "MAX_UNPACKED", taken)
    with opened(data):
        pass
    monkeypatch.setattr(intake, "MAX_UNPACKED", taken - 1)
    with pytest.raises(RefusedImage, match="4:2:0"), opened(data):
        pass


def clear_webp() -> bytes:
    """Lossy, with a transparency that is coded as a lossless picture of all colours."""
    lossless = making.picture(400, 300, "WEBP", lossless=True)[20:]
    canvas = making.webp_canvas(400, 300, clear=True)
    lossy = making.picture(400, 300, "WEBP")[12:]
    return making.webp(canvas, making.webp_piece(b"ALPH", b"\x01" + lossless[5:]), lossy)


@pytest.mark.parametrize(
    ("data", "each"),
    [(making.picture(400, 300, "WEBP", lossless=True), 4), (clear_webp(), 5)],
    ids=["lossless", "transparent"],
)
def test_a_heavier_file_leaves_less_for_the_pixels_of_a_webp(data, each, monkeypatch):
    taken = 400 * 300 * each + len(data)
    monkeypatch.setattr(intake, "MAX_WEBP", taken)
    with opened(data) as image:
        image.load()
    monkeypatch.setattr(intake, "MAX_WEBP", taken - 1)
    with pytest.raises(RefusedImage, match="lossy and without transparency"), opened(data):
        pass


def test_a_lossy_webp_may_be_as_big_as_any_picture(monkeypatch):
    monkeypatch.setattr(intake, "MAX_WEBP", 100_000)
    with opened(making.picture(400, 300, "WEBP")):
        pass
