"""What a browser loads of ours for a page of the desk, uncompressed."""

from __future__ import annotations

import re
from pathlib import Path

from django.contrib.staticfiles import finders

from newsroom.light import lighter

IMPORT = re.compile(r'(?:from|import)\s*"(\./[^"]+)"')
EXTERNAL = re.compile(
    r"/static/(articles/desk/ckeditor/\w+)/&amp;quot;|/static/(articles/desk/ckeditor/\w+)/"
)


def read(name: str) -> str:
    path = finders.find(name)
    assert path, name
    return Path(path).read_text("utf-8")


def with_imports(name: str, seen: set[str]) -> set[str]:
    """A module and all that it loads."""
    if name not in seen:
        seen.add(name)
        for relative in IMPORT.findall(read(name)):
            with_imports(str(Path(name).parent / relative), seen)
    return seen


def plugin_files(html: str) -> set[str]:
    folders = {one or two for one, two in EXTERNAL.findall(html)}
    return {
        f"{folder}/{path.name}"
        for folder in folders
        for path in Path(finders.find(folder)).iterdir()
        if path.is_file()
    }


def our_files(html: str) -> set[str]:
    """Style sheets, modules with their imports, icons, and the editor's plugins."""
    ours: set[str] = set()
    for name in re.findall(r"/static/(articles/[\w/.-]+\.(?:js|css|svg))", html):
        with_imports(name, ours)
    return ours | plugin_files(html)


def weight_of(files: set[str]) -> int:
    """As they are served: ``collectstatic`` makes them lighter."""
    return sum(len(lighter(name, read(name)).encode()) for name in files)
