"""``manage.py purge TAG…``: make every cache forget the pages with these tags."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from articles.caching import edges, ledger
from articles.caching.backends.edge import TAG
from articles.caching.telling import told


class Command(BaseCommand):
    help = "Write an entry into the ledger: page caches and edges hear of it as of any change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tags", nargs="+", metavar="TAG", help="story-42, front-en, notices …")
        parser.add_argument(
            "--hard", action="store_true", help="not even to be shown while the origin is down"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        for tag in options["tags"]:
            if not TAG.fullmatch(tag):
                raise CommandError(
                    f"“{tag}” is no tag (letters, digits, “-”, “_”): see articles/caching/tags.py."
                )
        now = timezone.now()
        with transaction.atomic():
            entry = ledger.write(options["tags"], now=now, hard=options["hard"])
        self.stdout.write(f"ledger {entry.pk}: {' '.join(entry.tags)}")
        self._tell(entry.pk)

    def _tell(self, position: int) -> None:
        """At once: a command ends before its process's messenger would have got round to it."""
        now = timezone.now()
        for name, edge in edges.configured().items():
            edges.deliver(name, edge, now=now)
            row = edges.row_of(name, now=now)
            said = "accepted" if row.position >= position else told(row, edges.behind(row))
            self.stdout.write(f"{name}: {said}")
