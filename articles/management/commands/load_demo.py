"""``manage.py load_demo``: the demonstration newsroom into an empty database."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from articles.demo.loading import is_empty, load_demo
from articles.management.unhurried import Unhurried


class Command(Unhurried):
    help = "Load the fictional demonstration newsroom; refuses a database that has services."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--password", required=True, help="for all demonstration users")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not is_empty():
            raise CommandError("The database has services already; nothing was loaded.")
        load_demo(now=timezone.now(), password=options["password"])
        self.stdout.write("The demonstration newsroom is loaded.")
