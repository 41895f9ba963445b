"""``manage.py check_notices``: visit every output in every zone, and list what is wrong."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import CommandError

from articles.management.unhurried import Unhurried
from articles.models import LanguageService, PublishedStory
from articles.models.published import PublishedStoryQuerySet
from articles.proof.inspection import Inspection
from articles.proof.telling import summary


class Command(Unhurried):
    help = "Look for notices that are missing and for withheld stories that show, as readers do."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--service", metavar="SLUG", help="stories of this service only")
        parser.add_argument("--story", metavar="ID", help="this story only")
        parser.add_argument("--newest", metavar="N", help="the newest stories only")

    def handle(self, *_args: Any, **options: Any) -> None:
        story, newest = _number(options["story"]), _number(options["newest"])
        inspection = Inspection(
            self._stories(options["service"], story), newest=newest, affected_only=story is None
        )
        with _quiet():
            for finding in inspection.run():
                self.stdout.write(str(finding))
        if inspection.findings:
            raise CommandError(summary(inspection), returncode=1)
        self.stdout.write(summary(inspection))

    def _stories(self, slug: str | None, story: int | None) -> PublishedStoryQuerySet:
        stories = PublishedStory.objects.cards()
        if slug is not None:
            service = LanguageService.objects.filter(slug=slug).first()
            if service is None:
                raise CommandError(f"There is no service “{slug}”.", returncode=1)
            stories = stories.filter(service_id=service.pk)
        if story is not None:
            stories = stories.filter(pk=story)
            if not stories.exists():
                where = f" in the service “{slug}”" if slug else ""
                raise CommandError(f"Story {story} is not on air{where}.", returncode=1)
        return stories


@contextmanager
def _quiet() -> Iterator[None]:
    """An answer of 451 is what is looked for here, and no warning to anybody."""
    logger = logging.getLogger("django.request")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _number(text: str | int | None) -> int | None:
    if text is None:
        return None
    if str(text).isascii() and str(text).isdecimal() and 0 < int(text) < 2**63:
        return int(text)
    raise CommandError(f"“{text}” is not a whole number above 0.", returncode=1)
