"""Files of ninjs items: one item, an array, or one item a line (``.jsonl``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from articles.exchange.ninjs.item import Item, read_item
from articles.exchange.refusal import BadInput


def read_files(paths: Iterable[Path]) -> list[Item]:
    """Every item of every file, checked; raises BadInput at the first that is wrong."""
    return [item for path in paths for item in _read_file(path)]


def _read_file(path: Path) -> Iterator[Item]:
    for number, data in enumerate(_load(path), start=1):
        if not isinstance(data, dict):
            raise BadInput("must be an object.", file=str(path), item=f"number {number}")
        yield read_item(data, path.parent, str(path), f"number {number}")


def _load(path: Path) -> list[Any]:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise BadInput("there is no such file.", file=str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read as UTF-8 text ({error}).", file=str(path)) from error
    if path.suffix == ".jsonl":
        return [_parse(line, path) for line in text.splitlines() if line.strip()]
    data = _parse(text, path)
    return data if isinstance(data, list) else [data]


def _parse(text: str, path: Path) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadInput(f"is not JSON ({error}).", file=str(path)) from error
