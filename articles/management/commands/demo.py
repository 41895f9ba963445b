"""``manage.py demo`` (``make demo``): migrate, load, serve site and worker on this machine."""

from __future__ import annotations

import shlex
import sys
import threading
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from honcho.manager import Manager

from articles.demo.loading import is_empty, load_demo
from articles.demo.staff import login_lines
from articles.management.server import server_command

HOST = "127.0.0.1"
PATIENCE = 60  # seconds until we say that the server does not answer


class Command(BaseCommand):
    help = "Serve the demonstration newsroom at http://127.0.0.1:8000/."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--complete", action="store_true", help="make all files of the pictures before serving"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("DEMO is not set: this command is for the demonstration only.")
        settings.STATIC_ROOT.mkdir(exist_ok=True)
        call_command("migrate", verbosity=0)
        if is_empty():
            self.stdout.write("Loading the demonstration newsroom …")
            load_demo(
                now=timezone.now(),
                password=settings.DEMO_PASSWORD,
                is_complete=options["complete"],
            )
        for line in login_lines(settings.DEMO_PASSWORD):
            self.stdout.write(line)
        self.stdout.flush()
        self._serve(options["port"])

    def _serve(self, port: int) -> None:
        manager = Manager()
        manager.add_process("web", shlex.join(server_command(port, host=HOST)))
        manager.add_process("worker", f"{sys.executable} manage.py worker")
        threading.Thread(target=self._announce, args=(port,), daemon=True).start()
        manager.loop()
        sys.exit(manager.returncode)

    def _announce(self, port: int) -> None:
        url = f"http://{HOST}:{port}/"
        for _try in range(PATIENCE * 5):
            try:
                urllib.request.urlopen(url + "readyz", timeout=2).close()  # noqa: S310  our own
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
            else:
                print(f"ready {url}", flush=True)  # noqa: T201  the contract's line
                return
        print(f"No answer from {url} after {PATIENCE} s.", file=sys.stderr)  # noqa: T201
