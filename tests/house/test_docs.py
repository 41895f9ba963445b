"""What the documents promise is there."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_files_named_in_a_document_exist(path):
    text = path.read_text("utf-8")
    named = set(re.findall(r"`((?:articles|tests|docs|templates|newsroom|deploy)/[\w./-]+)`", text))
    named |= {
        str((path.parent / target).resolve().relative_to(ROOT))
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)\)", text)
    }
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_readme_names_the_two_commands():
    text = (ROOT / "README.md").read_text("utf-8")
    assert "make demo" in text
    assert "make test" in text


def test_every_command_of_the_makefile_in_the_readme_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in DOCUMENTS:
        named = set(re.findall(r"`make ([a-z]+)", document.read_text("utf-8")))
        assert named <= targets, document


def test_compose_starts_web_worker_and_database_in_order():
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    services = compose["services"]
    assert {"web", "worker", "db", "migrate"} <= set(services)
    assert "migrate" in services["web"]["depends_on"]
    assert services["migrate"]["depends_on"]["db"]["condition"] == "service_healthy"
    assert (ROOT / services["web"]["build"]["dockerfile"]).is_file()
    assert set(compose["volumes"]) == {"database", "media"}
    for ports in services["web"]["ports"]:
        assert ports.startswith("127.0.0.1:"), "the edge is public, the application is not"


def test_the_locks_name_no_registry_and_pin_by_hash():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert "http" not in text
        assert "index" not in re.sub(r"^[a-z0-9-]+==.*$", "", text, flags=re.MULTILINE)
        pins = re.findall(r"^[a-z0-9-]+==[^ ]+", text, re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[a-z0-9-]+==[^\\]*\\\n +--hash", text, re.MULTILINE))
