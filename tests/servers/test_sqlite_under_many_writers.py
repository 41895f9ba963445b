"""SQLite with web processes, a desk and the worker writing at once: they wait, and none fails."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.servers.asking import Line
from tests.servers.site import ROOT, beside, editor, say, serving

SECONDS = 5
PHOTOS = 12
# Nobody listens there: the worker notes a refusal each second.
REFUSING = "http http://127.0.0.1:9/purge"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sqlite")
    with serving(folder, f"sqlite:///{folder}/site.sqlite3", EDGE=REFUSING) as running:
        yield running


@contextmanager
def worker(site):
    log = site.log.with_name("worker.log")
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "worker"], cwd=ROOT, env=site.environment,
            stdout=said, stderr=said,
        )  # fmt: skip
    try:
        yield log
    finally:
        process.terminate()
        process.wait(20)


def publish_through_the_web(site, number, until):
    """As many as fit, each in whichever process; what each was answered."""
    line, answers = Line(site.port), []
    while time.monotonic() < until:
        answers.append(line.get(f"/.publish/web{number}/{len(answers)}")[0])
        if random.random() < 0.3:
            line.hang_up()
    line.hang_up()
    return answers


def finished(pictures):
    """How many photos have files, when all have or a good while has passed."""
    for _try in range(200):
        if (made := int(say(pictures, "made"))) == PHOTOS:
            break
        time.sleep(0.1)
    return made


def test_web_worker_and_desk_write_at_once_and_nobody_finds_it_locked(site):
    with (
        beside(site, "picturedesk", str(PHOTOS)) as pictures,
        editor(site) as desk,
        ThreadPoolExecutor(4) as pool,
    ):
        assert pictures.stdout.readline() == "left\n"
        with worker(site) as worker_log:
            until = time.monotonic() + SECONDS
            web = [pool.submit(publish_through_the_web, site, n, until) for n in range(4)]
            while time.monotonic() < until:
                desk.publish()
            answers = [status for one in web for status in one.result()]
            made = finished(pictures)
        assert desk.read() == desk.number
    written = f"{len(answers)} by the web, {desk.number} by the desk, {made} photos by the worker"
    print(f"\nSQLite: {written}")
    assert set(answers) == {200}
    assert made == PHOTOS
    for log in (site.log, worker_log):
        assert "locked" not in log.read_text()
