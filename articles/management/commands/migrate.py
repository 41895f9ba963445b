"""``manage.py migrate``: Django's own, whose indexes of a large archive are never cut off."""

from __future__ import annotations

from django.core.management.commands import migrate

from articles.management.unhurried import Unhurried


class Command(Unhurried, migrate.Command):
    pass
