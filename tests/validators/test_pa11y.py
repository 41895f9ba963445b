"""pa11y, which asks HTML CodeSniffer and axe, has nothing to say about any template."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.chromium import ARGUMENTS, find_chromium
from tests.validators.kinds import write_kinds
from tests.validators.tools import PA11Y, has_pa11y

SCHEME = "prefers-color-scheme"
# Colours are the reader's own where they are forced: what the sheet names is not what is seen.
CONTRAST = [
    "color-contrast",
    "WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail",
    "WCAG2AA.Principle1.Guideline1_4.1_4_3.G145.Fail",
]
MODES = [
    {"name": "light", "width": 1280, "features": [{"name": SCHEME, "value": "light"}]},
    {"name": "dark, 320 px", "width": 320, "features": [{"name": SCHEME, "value": "dark"}]},
    {
        "name": "forced colours",
        "width": 1280,
        "features": [{"name": "forced-colors", "value": "active"}],
        "ignore": CONTRAST,
    },
]


def ask(pages: dict[str, Path], modes=MODES) -> list[str]:
    job = {
        "pa11y": str(PA11Y),
        "chromium": find_chromium(),
        "arguments": ARGUMENTS,
        "pages": [{"name": name, "url": path.as_uri()} for name, path in pages.items()],
        "modes": [{"ignore": [], **mode} for mode in modes],
    }
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("pa11y.cjs"))],
        input=json.dumps(job), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


pytestmark = pytest.mark.skipif(
    not has_pa11y(), reason="to enable: make validators (needs npm); apt-get install chromium"
)


def test_every_template_is_clean_light_dark_narrow_and_in_forced_colours(
    newsroom, settings, tmp_path
):
    settings.DEMO = True
    pages = write_kinds(newsroom, tmp_path)
    assert len(pages) > 35
    found = ask(pages)
    assert sorted(found)[:10] == [], f"{len(found)} in all"


def test_pa11y_sees_what_it_should(tmp_path):
    bad = tmp_path / "bad.html"
    bad.write_text(
        '<!DOCTYPE html><html lang="en"><title>Bad</title><style>:root{color-scheme:light dark}'
        "@media (prefers-color-scheme:dark){p{color:#333;background:#222}}</style>"
        '<main><h1>Bad</h1><p>Dark on dark</p><img src="a.jpg"></main></html>'
    )
    found = ask({"bad": bad})
    assert any("light" in one and "H37" in one for one in found), found
    assert any("dark" in one and "1_4_3" in one for one in found), found
    assert not any("light" in one and "1_4_3" in one for one in found), found
