"""``manage.py worker``: sweeps due work every second until it is told to stop.

After a round that did something the next one follows at once.
"""

from __future__ import annotations

import logging
import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections

from articles.publishing.sweep import sweep

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Do due work: late work at once, never twice, never early."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do all that is due, then end")

    def handle(self, *_args: Any, **options: Any) -> None:
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        while True:
            done = self._sweep()
            if (options["once"] and not done) or stop.wait(0 if done else 1.0):
                return

    def _sweep(self) -> int:
        """How much was done; a database that is away is tried again in a second."""
        close_old_connections()
        try:
            return sweep()
        except Error as error:
            logger.warning("sweep: %s", error)
            return 0
