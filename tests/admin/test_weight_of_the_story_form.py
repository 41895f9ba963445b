"""What a browser loads of ours for the story form stays within 150 KB, uncompressed."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.urls import reverse

MOST = 150_000
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


def test_our_own_files_stay_light(story, cast, log_in):
    path = reverse("admin:articles_story_change", args=[story.pk])
    html = log_in(cast.desk_editor).get(path).content.decode()
    ours: set[str] = set()
    for name in re.findall(r"/static/(articles/[\w/.-]+\.(?:js|css|svg))", html):
        with_imports(name, ours)
    ours |= plugin_files(html)
    weight = sum(len(read(name).encode()) for name in ours)
    assert {"articles/desk/story.css", "articles/desk/ckeditor/newsboxes/plugin.js"} <= ours
    assert weight <= MOST, f"{weight} bytes: {sorted(ours)}"
