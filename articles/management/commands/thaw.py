"""``thaw USER``: open a frozen account again, where no administrator is left to do it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from articles.publishing.accounts import thaw_account
from articles.publishing.actors import SYSTEM
from articles.publishing.refusals import VerbRefused


class Command(BaseCommand):
    help = "Open a frozen account again; then: manage.py changepassword USER"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("user")

    def handle(self, *args: Any, user: str, **options: Any) -> None:
        found = User.objects.filter(username=user).first()
        if found is None:
            raise CommandError(f"There is no account “{user}”.")
        try:
            thaw_account(found, actor=SYSTEM, now=timezone.now(), reason="By command.")
        except VerbRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{user} is open again. Now: manage.py changepassword {user}")
