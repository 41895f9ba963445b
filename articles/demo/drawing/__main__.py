"""Draw the pictures: ``python -m articles.demo.drawing [NAME …] [--out DIR] [--sheet]``."""

from __future__ import annotations

import argparse
import sys
from multiprocessing import Pool
from pathlib import Path

from PIL import Image

from articles.demo.drawing.catalogue import CATALOGUE, draw

PICTURES = Path(__file__).resolve().parent.parent / "pictures"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m articles.demo.drawing")
    parser.add_argument("names", nargs="*", help="default: all")
    parser.add_argument("--out", type=Path, default=PICTURES)
    parser.add_argument("--sheet", action="store_true", help="also a contact sheet")
    options = parser.parse_args(arguments)
    names = options.names or list(CATALOGUE)
    options.out.mkdir(parents=True, exist_ok=True)
    with Pool(2) as pool:
        pool.starmap(_write, [(name, options.out) for name in names])
    if options.sheet:
        _sheet(names, options.out)


def _write(name: str, folder: Path) -> None:
    path = folder / f"{name}.jpg"
    draw(name).save(path, "JPEG", quality=80, progressive=True, optimize=True)
    print(path)


def _sheet(names: list[str], folder: Path) -> None:
    sheet = Image.new("RGB", (6 * 330, -(-len(names) // 6) * 224), "white")
    for number, name in enumerate(names):
        with Image.open(folder / f"{name}.jpg") as picture:
            small = picture.resize((320, 213))
        sheet.paste(small, (number % 6 * 330 + 5, number // 6 * 224 + 5))
    sheet.save(folder / "contact-sheet.png")


if __name__ == "__main__":
    main(sys.argv[1:])
