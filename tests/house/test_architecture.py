"""The rooms import only downwards, and nothing has a name that says nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "articles").rglob("*.py")) + sorted((ROOT / "newsroom").rglob("*.py"))
NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def test_the_import_contracts_hold():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_no_file_has_a_name_that_says_nothing():
    names = [part for path in SOURCES for part in path.relative_to(ROOT).with_suffix("").parts]
    assert NOTHING.isdisjoint(names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_a_small_room(path):
    if "migrations" in path.parts:
        return
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= 250, f"{path} has {len(lines)} lines: what does it want to be?"


def test_the_top_level_holds_what_the_design_says():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    top = {name.split("/")[0] for name in tracked}
    assert top <= {
        "manage.py", "pyproject.toml", "newsroom", "articles", "media", "templates", "tests",
        "docker-compose.yml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
        "Makefile", ".ci", ".pre-commit-config.yaml", "requirements.lock",
        "requirements-dev.lock", "docs", "deploy", "benchmarks", ".gitignore", ".dockerignore",
    }  # fmt: skip
