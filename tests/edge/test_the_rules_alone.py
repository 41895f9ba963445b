"""The rules of deploy/varnish/default.vcl as such, by varnishtest: an origin that says anything."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edge.servers import VCL

RULES = Path(__file__).parent / "rules"


@pytest.fixture
def rules() -> Iterator[Path]:
    """The rules, in a folder that Varnish's compiler, another user, may read."""
    for tool in ("varnishd", "varnishtest"):
        if shutil.which(tool) is None:
            pytest.skip(f"There is no {tool}: apt-get install varnish varnish-modules")
    with tempfile.TemporaryDirectory(prefix="newsroom-rules-") as text:
        folder = Path(text)
        folder.chmod(0o755)
        shutil.copy(VCL / "default.vcl", folder)
        yield folder


@pytest.mark.parametrize("name", sorted(path.stem for path in RULES.glob("*.vtc")))
def test_the_rules_do_what_they_say(name, rules):
    shutil.copy(RULES / "site.vcl", rules)
    done = run("varnishtest", "-D", f"rules={rules}", RULES / f"{name}.vtc")
    failed = [line for line in done.stdout.splitlines() if line.startswith("---")]
    assert done.returncode == 0, "\n".join([*failed, done.stdout[-4000:]])


@pytest.mark.parametrize("name", ["site.vcl", "compose.vcl"])
def test_the_sites_that_we_deliver_compile(name, rules):
    shutil.copy(VCL / name, rules / "site.vcl")
    done = run("varnishd", "-C", "-f", rules / "default.vcl")
    assert done.returncode == 0, done.stderr[-2000:]


def run(*command) -> subprocess.CompletedProcess:
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
