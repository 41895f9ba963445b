"""What the documents promise is there."""

import json
import re
from pathlib import Path

import pytest
import yaml

from articles.management.server import server_command

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
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in DOCUMENTS:
        named = set(re.findall(r"`make ([a-z-]+)", document.read_text("utf-8")))
        assert named <= targets, document


def test_compose_starts_web_worker_and_database_in_order():
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    services = compose["services"]
    assert {"web", "worker", "db", "migrate"} <= set(services)
    assert "migrate" in services["web"]["depends_on"]
    assert services["migrate"]["depends_on"]["db"]["condition"] == "service_healthy"
    assert (ROOT / services["web"]["build"]["dockerfile"]).is_file()
    assert set(compose["volumes"]) == {"database", "media"}
    for name in ("web", "varnish"):
        for ports in services[name]["ports"]:
            assert ports.startswith("127.0.0.1:"), "what ends TLS is public, these are not"


def test_the_image_starts_the_server_as_we_do():
    """Each option once: on the line, or as the variable that granian reads."""
    text = (ROOT / "deploy/Dockerfile").read_text().replace("\\\n", " ")
    line = json.loads(re.search(r"^CMD (\[.*\])", text, re.MULTILINE)[1])
    said = options_of(line[1:])
    for name, value in re.findall(r"GRANIAN_(\w+)=(\d+)", text):
        said["--" + name.lower().replace("_", "-")] = value
    ours = options_of(server_command(8000, host="0.0.0.0", workers=2)[3:])
    ours.pop("--log-level")
    assert {name: said.get(name) for name in ours} == ours
    files = {"--static-path-route": "/media", "--static-path-mount": "media/public"}
    assert said == ours | files
    assert line[0] == "granian"


def options_of(words):
    """With their values; what stands alone is a switch, or the application."""
    found, name = {}, ""
    for word in words:
        if word.startswith("--"):
            name, found[word] = word, ""
        elif name and not found[name]:
            found[name] = word
        else:
            found["application"] = word
    return found


def test_web_and_worker_of_compose_are_one_image_and_one_configuration():
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    web, worker = services["web"], services["worker"]
    assert web["build"] == worker["build"] == {"context": ".", "dockerfile": "deploy/Dockerfile"}
    assert web["environment"] == worker["environment"]
    assert web["volumes"] == worker["volumes"], "uploads and the counter are shared"
    assert "command" not in web, "the image's own"
    assert worker["command"] == ["python", "manage.py", "worker"]


def test_compose_and_the_vcl_agree_on_addresses():
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    at = {
        name: service["networks"]["default"]["ipv4_address"]
        for name, service in compose["services"].items()
        if "networks" in service
    }
    environment = compose["services"]["web"]["environment"]
    assert f"{at['varnish']}/32" in environment["TRUSTED_PROXIES"]
    assert f"varnish http://{at['varnish']}" in environment["EDGE"]
    vcl = (ROOT / "deploy/varnish/compose.vcl").read_text()
    purgers = re.search(r"acl purgers \{(.*?)\}", vcl, re.DOTALL)[1]
    assert set(re.findall(r'"(.*?)"', purgers)) == {at["web"], at["worker"]}
    assert f'.host = "{at["web"]}"' in vcl


def test_the_locks_name_no_registry_and_pin_by_hash():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert "http" not in text
        assert "index" not in re.sub(r"^[a-z0-9-]+==.*$", "", text, flags=re.MULTILINE)
        pins = re.findall(r"^[a-z0-9-]+==[^ ]+", text, re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[a-z0-9-]+==[^\\]*\\\n +--hash", text, re.MULTILINE))
