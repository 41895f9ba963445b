"""``manage.py verify_manifest``: whether the record of the law is whole."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from articles.management.unhurried import Unhurried
from articles.proof.chain import verify


class Command(Unhurried):
    help = "Recompute the chain of the notice manifest; name the first entry that is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", default="", metavar="HASH", help="a head noted earlier")

    def handle(self, *_args: Any, **options: Any) -> None:
        state = verify(now=timezone.now(), noted_head=options["head"])
        if state.flaw:
            raise CommandError(
                f"The manifest is broken. {state.flaw}\n"
                f"{state.entries} entries before that are good.",
                returncode=1,
            )
        self.stdout.write(f"{state.entries} entries verified\nhead {state.head}")
