"""The server is killed while somebody writes, and started again: no word is lost."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from articles.management.server import server_command

# The server has a database of its own; the mark is for what this folder shares.
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

ROOT = Path(__file__).resolve().parents[2]
NEWSROOM = """
from django.contrib.auth.models import User
from django.utils import timezone
from articles.models import LanguageService, Newsroom, StaffRole, Story
from articles.publishing.save import save
room = Newsroom.objects.create(name="Beacon")
service = LanguageService.objects.create(
    newsroom=room, name="English Service", slug="en", brand="Beacon", language="en",
    autonym="English", credit_name="English Service", time_zone="Asia/Almaty")
user = User.objects.create_user("reporter", password="secret", is_staff=True)
StaffRole.objects.create(user=user, newsroom=room, role="reporter")
story = Story.objects.create(service=service, headline="The river", body="<p>It rises.</p>")
save(story, actor=user, now=timezone.now())
print(story.pk)
"""


class Server:
    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self.process: subprocess.Popen | None = None
        self.environment = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        self.environment |= {
            "ENV_FILE": "", "SECRET_KEY": "a key for this test",
            "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
            "MEDIA_ROOT": str(folder / "media"), "STATIC_ROOT": str(folder / "static"),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }  # fmt: skip

    def run(self, *words: str) -> str:
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                server_command(self.port, workers=1), cwd=ROOT, env=self.environment,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        for _try in range(600):
            try:
                urllib.request.urlopen(f"{self.address}/healthz", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(self.log.read_text()[-2000:])

    def kill(self) -> None:
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)
            self.process = None


@pytest.fixture
def server(tmp_path):
    made = Server(tmp_path)
    made.run("migrate", "--verbosity", "0")
    yield made
    made.kill()


@pytest.fixture
def form(server, browser):
    number = server.run("shell", "-v", "0", "-c", NEWSROOM).splitlines()[-1]
    server.start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server.address}/admin/?next=")
    page.fill("#id_username", "reporter")
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")
    page.goto(f"{server.address}/admin/articles/story/{number}/change/")
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").first.wait_for()
    yield page
    context.close()


def write(page, words):
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").last.click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def state(page):
    return page.locator("#desk-keeper [data-words]")


def stored(server):
    code = "from articles.models import Story; print(Story.objects.get().body)"
    return server.run("shell", "-v", "0", "-c", code)


def test_a_server_that_dies_and_comes_back_gets_what_was_typed(form, server):
    write(form, " Typed before.")
    expect(state(form)).to_contain_text("Draft kept", timeout=20_000)
    server.kill()
    write(form, " Typed while it was dead.")
    expect(state(form)).to_contain_text("kept on this computer", timeout=20_000)
    form.click("input[name=_continue]")
    expect(state(form)).to_contain_text("kept on this computer", timeout=20_000)
    server.start()
    expect(state(form)).to_contain_text("Draft kept", timeout=40_000)
    form.click("input[name=_continue]")
    expect(form.locator(".success")).to_be_visible()
    assert "Typed before. Typed while it was dead." in stored(server)


def test_browser_and_server_die_and_both_parts_are_offered(form, server):
    write(form, " Typed before.")
    expect(state(form)).to_contain_text("Draft kept", timeout=20_000)
    server.kill()
    write(form, " Typed while it was dead.")
    expect(state(form)).to_contain_text("kept on this computer", timeout=20_000)
    context, address = form.context, form.url
    form.close(run_before_unload=False)

    server.start()
    page = context.new_page()
    page.goto(address)
    panel = page.locator(".keeper-panel")
    expect(panel).to_contain_text("Typed while it was dead.", timeout=20_000)
    expect(panel).to_have_count(1)
    page.click("text=Take it over")
    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()
    assert "Typed before. Typed while it was dead." in stored(server)
