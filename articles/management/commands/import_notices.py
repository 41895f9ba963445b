"""``manage.py import_notices``: legal notices and their publisher's description."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import CommandError
from django.utils import timezone

from articles.exchange.notice_files import read_notice_files
from articles.exchange.notices import import_notices
from articles.exchange.refusal import BadInput
from articles.management.unhurried import Unhurried
from articles.publishing.refusals import VerbRefused


class Command(Unhurried):
    help = "Import legal notices as proposals; two people named at once approve them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--approve-as", metavar="USER", help="the legal officer who proposes")
        parser.add_argument("--second", metavar="USER", help="the legal officer who approves")

    def handle(self, *_args: Any, **options: Any) -> None:
        proposer, approver = self._person(options["approve_as"]), self._person(options["second"])
        if (proposer is None) != (approver is None):
            raise CommandError("Approval takes two: --approve-as and --second.", returncode=1)
        try:
            notices = import_notices(
                read_notice_files(options["files"]),
                now=timezone.now(),
                proposer=proposer,
                approver=approver,
            )
        except (BadInput, VerbRefused) as error:
            raise CommandError(str(error), returncode=1) from error
        for notice in notices:
            notice.refresh_from_db()
            self.stdout.write(f"{notice.slug}\t{notice.status}")

    def _person(self, name: str | None) -> User | None:
        if name is None:
            return None
        person = User.objects.filter(username=name).first()
        if person is None:
            raise CommandError(f"There is no user “{name}”.", returncode=1)
        return person
