"""``manage.py rebuild_search``: index the words of every story again, for readers and the desk."""

from __future__ import annotations

from typing import Any

from articles.management.unhurried import Unhurried
from articles.search import desk, indexing


class Command(Unhurried):
    help = "Index every story for search again, as after a change of the normal form."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{indexing.rebuild()} stories indexed")
        self.stdout.write(f"{desk.rebuild()} working copies indexed")
