"""``manage.py notices_at``: what a reader somewhere was shown at a time."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.proof.answer import ask
from articles.proof.refusals import NoAnswer
from articles.proof.telling import as_data, in_words


class Command(BaseCommand):
    help = "Say which legal notices a reader in a region was shown at a time, from the manifest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--region", required=True, help="RU, UA-43, or unknown")
        parser.add_argument("--service", required=True, metavar="SLUG", help="its URL prefix")
        parser.add_argument("--at", required=True, metavar="TIME", help="such as 2026-03-03T10:00Z")
        parser.add_argument("--story", default="", metavar="ID", help="a story of the service")
        parser.add_argument("--also", default="", metavar="REGION", help="where the reader said")
        parser.add_argument("--json", action="store_true", help="as data")

    def handle(self, *_args: Any, **options: Any) -> None:
        asked = {name: options[name] for name in ("region", "service", "at", "story", "also")}
        try:
            answer = ask(**asked, now=timezone.now())
        except NoAnswer as error:
            raise CommandError(str(error), returncode=1) from error
        if options["json"]:
            self.stdout.write(json.dumps(as_data(answer), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(in_words(answer))
