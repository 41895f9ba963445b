"""The checker of the W3C has nothing to say about any page of the demonstration."""

import json
import subprocess

import pytest

from tests.validators.tools import VNU, has_vnu

# What the checker warns of though the standard asks for it, or cannot know; each with the reason.
SILENCED: tuple[str, ...] = ()


@pytest.mark.skipif(not has_vnu(), reason="to enable: make validators (needs java and npm)")
def test_every_page_in_every_language_is_valid(pages, tmp_path):
    names = {}
    for number, (path, page) in enumerate(pages.items()):
        file = tmp_path / f"{number}.html"
        file.write_bytes(page)
        names[file.as_uri()] = path
    assert len(names) > 100
    done = subprocess.run(
        ["java", "-jar", str(VNU), "--format", "json", "--skip-non-html", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = {
        f"{names.get(one.get('url'), one.get('url'))}: {one['message']} {one.get('extract', '')}"
        for one in json.loads(done.stderr)["messages"]
        if one["message"] not in SILENCED
    }
    assert sorted(found)[:10] == [], f"{len(found)} in all"
