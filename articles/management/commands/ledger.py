"""``manage.py ledger``: how far the ledger is, and how far each edge has followed."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.caching import edges
from articles.caching.telling import told
from articles.models import CacheLedger


class Command(BaseCommand):
    help = "The newest entries of the cache ledger and the position of each edge."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--newest", type=int, default=10, help="how many entries (10)")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["newest"] < 0:
            raise CommandError("--newest must not be negative.")
        for entry in reversed(CacheLedger.objects.order_by("-id")[: options["newest"]]):
            kind = "hard" if entry.is_hard else "soft"
            self.stdout.write(
                f"{entry.pk}\t{entry.happened_at:%Y-%m-%d %H:%M:%S} UTC\t{kind}\t"
                f"{' '.join(entry.tags)}"
            )
        self.stdout.write(f"head {edges.head()}")
        self._edges()

    def _edges(self) -> None:
        names = edges.configured()
        if not names:
            self.stdout.write("no edge is configured (EDGE)")
        for name in names:
            row = edges.row_of(name, now=timezone.now())
            self.stdout.write(f"{name}\tat {row.position}\t{told(row, edges.behind(row))}")
