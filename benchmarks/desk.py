"""An editor in a process of their own: a line in, a publish, a line out.

Prints the story's path first; then, for each number read, "Count NUMBER" goes on air, and the
answer is when the database had committed, by the clock that all processes share.
"""

from __future__ import annotations

import sys
import time

import django

django.setup()

from django.db import transaction
from django.utils import timezone

from articles.models import LanguageService, Newsroom, Story
from articles.pages.addresses import story_path
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


def seed() -> Story:
    newsroom = Newsroom.objects.create(name="Beacon")
    service = LanguageService.objects.create(
        newsroom=newsroom, name="English Service", slug="en", brand="Beacon", language="en",
        autonym="English", credit_name="English Service", time_zone="UTC",
    )  # fmt: skip
    body = "<p>The count goes on.</p>" * 40
    return Story.objects.create(service=service, headline="Count", slug="count", body=body)


def put_on_air(story: Story, number: str) -> float:
    story.headline = f"Count {number}"
    story.save()
    committed: list[float] = []
    with transaction.atomic():
        transaction.on_commit(lambda: committed.append(time.monotonic()))
        publish(story, actor=SYSTEM, now=timezone.now())
    return committed[0]


def main() -> None:
    story = seed()
    put_on_air(story, "0")
    print(story_path("en", story.slug, story.pk), flush=True)
    for line in sys.stdin:
        print(put_on_air(story, line.strip()), flush=True)


if __name__ == "__main__":
    main()
