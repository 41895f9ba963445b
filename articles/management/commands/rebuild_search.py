"""``manage.py rebuild_search``: index the words of every story on air again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.search.indexing import rebuild


class Command(BaseCommand):
    help = "Index every story on air for search again, as after a change of the normal form."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{rebuild()} stories indexed")
