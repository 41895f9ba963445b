"""A reader's address is looked at and forgotten: no log, no row and no server keeps it."""

import logging
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as conf
from django.utils.log import AdminEmailHandler

from articles.legal import address_file
from articles.management.server import server_command
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

ROOT = Path(__file__).resolve().parents[2]
READER, PEER = "77.88.55.242", "10.20.30.41"
TRACES = (READER, PEER, "77.88.55", "242.55.88.77")


class Everything(logging.Handler):
    """All that any logger says, with all that a formatter could make of it."""

    def __init__(self):
        super().__init__(level=0)
        self.said = []

    def emit(self, record):
        self.said.append(logging.Formatter().format(record))
        self.said += [repr(value) for value in vars(record).values()]


@pytest.fixture
def everything():
    """Hung to the root and to every logger that does not pass on what it says."""
    handler, loggers = Everything(), [logging.getLogger()]
    loggers += [one for one in map(logging.getLogger, logging.root.manager.loggerDict)
                if not one.propagate]  # fmt: skip
    for logger in loggers:
        logger.addHandler(handler)
    level, logging.root.level = logging.root.level, logging.DEBUG
    yield handler
    logging.root.level = level
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture
def paths(story, now, cast):
    row = publish(story, actor=SYSTEM, now=now)
    return [
        "/", "/en/", f"/en/a/{row.slug}/{row.pk}.html", "/en/politics/", "/nowhere/",
        "/en/a/x/999999.html", "/admin/", "/admin/login/", "/robots.txt", "/readyz",
        "/en/?before=nonsense", "//evil.example/",
    ]  # fmt: skip


# Staff see where they are logged in; a row leaves with its session (docs/logins.md).
OF_STAFF = "usersessions.UserSession"


def rows_with(traces):
    found = []
    for model in apps.get_models():
        for row in model._default_manager.values():
            if model._meta.label != OF_STAFF and any(trace in str(row) for trace in traces):
                found.append((model._meta.label, row))
    return found


def visit(client, paths, **extra):
    for path in paths:
        client.get(path, **extra)
    client.post("/admin/login/", {"username": "reporter", "password": "wrong"}, **extra)
    client.post("/admin/login/", {"username": "reporter", "password": "secret"}, **extra)
    client.get("/en/", headers={"host": "forged.example"}, **extra)


WAYS = {
    "direct": {"REMOTE_ADDR": READER},
    "forwarded": {"REMOTE_ADDR": PEER, "HTTP_X_FORWARDED_FOR": f"1.1.1.1, {READER}"},
    "unparsable": {"REMOTE_ADDR": PEER, "HTTP_X_FORWARDED_FOR": f"{READER}, nonsense"},
    "as a place": {"REMOTE_ADDR": PEER, "HTTP_REGION": READER},
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_no_log_and_no_row_ever_holds_the_readers_address(way, client, paths, everything, settings):
    settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["10.0.0.0/8"], "Region"
    visit(client, paths, **way)
    assert everything.said, "nothing was logged at all: does the test listen?"
    assert [line for line in everything.said if any(trace in line for trace in TRACES)] == []
    assert rows_with(TRACES) == []


def test_a_page_that_fails_tells_nobody_who_asked(
    client, paths, everything, settings, monkeypatch, mailoutbox
):
    settings.ADMINS = [("Chief", "chief@example.org")]
    client.raise_request_exception = False

    def fails(_now):
        raise RuntimeError("the page fails")

    monkeypatch.setattr("articles.pages.standing.get", fails)
    assert client.get("/en/", REMOTE_ADDR=READER).status_code == 500
    assert any("the page fails" in line for line in everything.said)
    assert [line for line in everything.said if READER in line] == []
    assert mailoutbox == []


def test_a_database_that_cannot_be_read_tells_nobody_who_asked(
    client, paths, everything, settings, tmp_path
):
    address_file._opened.clear()
    settings.GEOIP_DATABASE = str(tmp_path / "none.mmdb")
    visit(client, paths, REMOTE_ADDR=READER)
    assert any("cannot be read" in line for line in everything.said)
    assert [line for line in everything.said if READER in line] == []


def test_no_logger_mails_requests():
    loggers = [logging.getLogger(), *map(logging.getLogger, logging.root.manager.loggerDict)]
    handlers = [handler for logger in loggers for handler in logger.handlers]
    assert not any(isinstance(handler, AdminEmailHandler) for handler in handlers)
    assert not any("ip" in str(f.get("format")) for f in conf.LOGGING["formatters"].values())


def test_no_server_of_ours_writes_an_access_log():
    started = [
        " ".join(server_command(8000)),
        (ROOT / "deploy" / "Dockerfile").read_text("utf-8"),
        (ROOT / "docker-compose.yml").read_text("utf-8"),
    ]
    for text in started:
        assert not re.search(r"(?<!no-)access[-_]log", text, re.IGNORECASE)
