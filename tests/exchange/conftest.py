"""Items as an agency would send them, in files."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command


@pytest.fixture
def item_file(tmp_path: Path, jpeg: bytes) -> Callable[..., Path]:
    """A file with one item; keyword arguments replace or (None) remove fields."""
    (tmp_path / "in" / "photos").mkdir(parents=True)
    (tmp_path / "in" / "photos" / "river.jpg").write_bytes(jpeg)

    def make(name="item.json", **changes):
        item = {
            "uri": "urn:agency:1",
            "type": "text",
            "language": "en",
            "versionCreated": "2026-01-30T10:00:00Z",
            "firstCreated": "2026-01-30T09:00:00Z",
            "headlines": [{"role": "main", "value": "The river rises"}],
            "bodies": [
                {
                    "role": "html5",
                    "contentType": "text/html",
                    "value": '<p>One.</p><figure data-assoc-ref="river"><img src="x"/>'
                    "<figcaption>No</figcaption></figure><p>Two.</p>",
                }
            ],
            "people": [{"name": "Mara Ellery", "rel": "author"}],
            "associations": [
                {
                    "name": "river",
                    "rel": "inline",
                    "type": "picture",
                    "uri": "urn:photo:river",
                    "by": "Agency",
                    "descriptions": [
                        {"role": "caption", "value": "The river."},
                        {"role": "alt", "value": "Brown water."},
                    ],
                    "renditions": [{"name": "original", "href": "photos/river.jpg"}],
                }
            ],
            "x-unknown": {"kept": True},
        } | changes
        path = tmp_path / "in" / name
        path.write_text(json.dumps({k: v for k, v in item.items() if v is not None}))
        return path

    return make


@pytest.fixture
def run() -> Callable[..., tuple[str, str]]:
    def command(name, *arguments, **options):
        out, err = StringIO(), StringIO()
        call_command(name, *map(str, arguments), stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    return command
