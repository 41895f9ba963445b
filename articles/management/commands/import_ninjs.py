"""``manage.py import_ninjs``: agency items and archive stories in the IPTC's JSON."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from articles.exchange.ninjs.files import read_files
from articles.exchange.ninjs.importer import import_items
from articles.exchange.refusal import BadInput
from articles.management.unhurried import Unhurried
from articles.models import LanguageService


class Command(Unhurried):
    help = "Import ninjs 3.x items (one, an array, or .jsonl). Prints: URI, story id, public path."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--service", metavar="SLUG", help="default: the item's language")
        parser.add_argument("--publish", action="store_true", help="put the stories on air")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            results = import_items(
                read_files(options["files"]),
                service=self._service(options["service"]),
                publishing=options["publish"],
                now=timezone.now(),
            )
        except BadInput as error:
            raise CommandError(str(error), returncode=1) from error
        for result in results:
            self.stdout.write(f"{result.uri}\t{result.story_id}\t{result.path or '-'}")
            if result.refusal:
                self.stderr.write(f"{result.uri}: {result.refusal}")

    def _service(self, slug: str | None) -> LanguageService | None:
        if slug is None:
            return None
        service = LanguageService.objects.filter(slug=slug).first()
        if service is None:
            known = ", ".join(LanguageService.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no service “{slug}” (there are: {known}).", returncode=1)
        return service
