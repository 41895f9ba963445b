"""What photos cost: CPU-seconds and peak memory of making public files, and the files' weight.

``python -m benchmarks.photos`` prints it alone; with the path of a file it prints the peak memory
(MB) of a process that takes that file in and makes all its renditions.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from articles.imaging.files import ENCODINGS
from articles.imaging.intake import inspect
from articles.imaging.look import Look
from articles.imaging.plan import ALL
from articles.imaging.renditions import all_files, first_files
from articles.imaging.words import PublicWords
from benchmarks.similarity import ssim

PICTURES = Path(__file__).resolve().parent.parent / "articles" / "demo" / "pictures"
MODEL = PICTURES / "hillside-lights.jpg"
GRAIN = 7
WORDS = PublicWords(creator="A Photographer", credit="The Agency", alt_texts={"en": "A hillside"})
LOOK = Look(blurred=((0.4, 0.4, 0.1, 0.1),))
ROUNDS = 3
# What a phone of 360 pixels at two device pixels each takes for the lead.
LEAD = 960
REFERENCE_QUALITY = 85


def report_photos() -> None:
    data = camera_file(6000, 4000)
    print(f"\n{'a JPEG of 24 megapixels, ' + _size(data):<52}{'CPU-s':>8}{'limit':>8}{'plain':>8}")
    plain, ours = _seconds(lambda: _plain_sizes(data)), _seconds(lambda: _all(data))
    first = _seconds(lambda: (inspect(data), first_files(data, LOOK, WORDS)))
    print(f"{'taken in, first usable renditions':<52}{first:>8.2f}{0.3:>8}{plain / first:>7.1f}×")
    total = plain + _seconds(lambda: _encodings(data))
    print(f"{f'all {len(_all(data))} files of three formats':<52}{ours:>8.2f}{1.2:>8}", end="")
    print(f"{total / ours:>7.1f}×")
    print("plain: unpack it whole, one resize per width, the encoders' usual settings")
    _report_memory()
    _report_leads()


def camera_file(width: int, height: int) -> bytes:
    """As heavy as a camera's: a picture with grain."""
    large = Image.open(MODEL).convert("RGB").resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.merge("RGB", [Image.effect_noise((width, height), GRAIN)] * 3)
    ImageChops.add(large, grain, 1, -128).save(out := BytesIO(), "JPEG", quality=90)
    return out.getvalue()


def _all(data: bytes) -> list[object]:
    return list(all_files(data, LOOK, WORDS))


def _plain_sizes(data: bytes) -> list[Image.Image]:
    with Image.open(BytesIO(data)) as image:
        whole = image.convert("RGB")
    return [
        whole.resize((width, round(whole.height * width / whole.width)), Image.Resampling.LANCZOS)
        for piece in ALL
        for width in piece.widths
    ]


def _encodings(data: bytes) -> None:
    """Of the sizes that are made, as everybody encodes them."""
    for file in all_files(data, LOOK, WORDS):
        with Image.open(BytesIO(file.body)) as image:
            image.load()
            image.save(BytesIO(), ENCODINGS[file.format]["format"])


def _seconds(call: Callable[[], object]) -> float:
    """CPU of this process; the best of several rounds: what it costs when nothing else runs."""

    def once() -> float:
        started = time.process_time()
        call()
        return time.process_time() - started

    return min(once() for _round in range(ROUNDS))


def _report_memory() -> None:
    print(f"\n{'peak memory of a process, 60 megapixels':<52}{'MB':>8}{'limit':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in _largest():
            path = Path(folder) / "photo"
            path.write_bytes(data)
            command = [sys.executable, "-m", "benchmarks.photos", str(path)]
            peak = int(subprocess.run(command, capture_output=True, check=True).stdout)
            print(f"{name + ', ' + _size(data):<52}{peak:>8}{400:>8}")


def _largest() -> Iterator[tuple[str, bytes]]:
    from tests.imaging import avif, heic, making

    data = camera_file(9480, 6320)
    yield "JPEG", data
    with Image.open(BytesIO(data)) as image:
        yield "JPEG, progressive", making.encoded(image, "JPEG", progressive=True, quality=85)
    smooth = Image.open(MODEL).resize((9480, 6320), Image.Resampling.BICUBIC)
    yield "PNG", making.encoded(smooth, "PNG", compress_level=3)
    yield "PNG with transparency", making.encoded(smooth.convert("RGBA"), "PNG", compress_level=3)
    yield "HEIC, turned", heic.grid(19, 12, turns=1)
    yield "AVIF", making.encoded(smooth, "AVIF", speed=10)
    yield "AVIF in full colour", making.encoded(smooth, "AVIF", speed=10, subsampling="4:4:4")
    yield "AVIF of ten bits", avif.stored("ten-bits")
    yield "WebP", making.encoded(smooth, "WEBP", method=0)
    clear = smooth.convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(smooth.size))
    some = clear.resize((8480, 5650))
    data = making.encoded(some, "WEBP", method=0, alpha_quality=30)
    yield "WebP with transparency, 48 megapixels", data
    lossless = making.encoded(clear, "WEBP", lossless=True, method=0, quality=0)
    yield "WebP, lossless, with transparency", lossless


def _report_leads() -> None:
    found = sorted(_lead(path) for path in PICTURES.glob("*.jpg"))
    likeness, kilobytes = zip(*found, strict=True)
    print(
        f"\n{f'{len(found)} lead photos in AVIF, {LEAD} pixels wide':<52}{'worst':>8}{'limit':>8}",
        end="",
    )
    print(f"{'mean':>8}")
    print(f"{f'SSIM with the JPEG at quality {REFERENCE_QUALITY}':<52}", end="")
    print(f"{min(likeness):>8.3f}{0.95:>8}{sum(likeness) / len(found):>8.3f}")
    print(f"{'KB':<52}{max(kilobytes):>8.1f}{60:>8}{sum(kilobytes) / len(found):>8.1f}")


def _lead(path: Path) -> tuple[float, float]:
    """SSIM and KB."""
    files = all_files(path.read_bytes(), Look(), WORDS)
    body = next(
        file.body
        for file in files
        if (file.crop, file.format, file.width) == ("full", "avif", LEAD)
    )
    with Image.open(path) as image:
        size = LEAD, round(image.height * LEAD / image.width)
        image.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(
            reference := BytesIO(), "JPEG", quality=REFERENCE_QUALITY
        )
    with Image.open(BytesIO(body)) as ours, Image.open(reference) as theirs:
        return ssim(ours, theirs), len(body) / 1024


def _size(data: bytes) -> str:
    return f"{len(data) / 2**20:.1f} MB"


def _peak_of(path: Path) -> int:
    data = path.read_bytes()
    inspect(data)
    first_files(data, LOOK, WORDS)
    all_files(data, LOOK, WORDS)
    # Not getrusage: a child begins with the peak of the process that started it.
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


if __name__ == "__main__":
    if sys.argv[1:]:
        print(_peak_of(Path(sys.argv[1])))
    else:
        report_photos()
