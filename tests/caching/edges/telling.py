"""An edge that writes down what it hears, and changes to tell it of."""

from django.db import transaction

from articles.caching import ledger
from articles.caching.backends.edge import PurgeRefused

NAME = "varnish http://127.0.0.1:9"


class Recording:
    """An edge that writes down what it is told, or refuses."""

    def __init__(self):
        self.heard, self.refuses = [], False

    def purge(self, tags, *, hard, position=0):
        if self.refuses:
            raise PurgeRefused("it answered 503 Busy")
        self.heard.append((sorted(tags), hard, position))


def changed(now, *named, hard=False):
    with transaction.atomic():
        return ledger.write(named, now=now, hard=hard)
