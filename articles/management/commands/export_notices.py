"""``manage.py export_notices [SLUG …]``: legal notices as JSON on stdout."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.exchange.notice_export import export_notices
from articles.exchange.refusal import BadInput


class Command(BaseCommand):
    help = "Write all legal notices (working copies) in the format that import_notices reads."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="all notices, if none")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            data = export_notices(options["slugs"])
        except BadInput as error:
            raise CommandError(str(error), returncode=1) from error
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
