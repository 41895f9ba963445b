"""Readers' scripts are read by a parser that knows no newer syntax than ECMAScript 2019."""

from __future__ import annotations

import subprocess

import pytest

from tests.house.test_readers_js import SCRIPTS
from tests.validators.tools import PA11Y, has_pa11y

PARSE = (
    "require('acorn').parse(require('fs').readFileSync(0, 'utf-8'),"
    " {ecmaVersion: 2019, sourceType: 'script'})"
)
pytestmark = pytest.mark.skipif(
    not has_pa11y(), reason="to enable: make validators (needs npm); apt-get install chromium"
)


def parse(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["node", "-e", PARSE], input=script, cwd=PA11Y.parent, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_is_of_2019_or_older(path):
    done = parse(path.read_text("utf-8"))
    assert done.returncode == 0, done.stderr


def test_the_parser_refuses_what_is_newer():
    for script in ("a?.b", "a ?? b", "a ||= b", "class A { static b = 1 }"):
        assert parse(script).returncode != 0, script
