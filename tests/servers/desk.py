"""An editor in a process of their own: prints the story's path, then obeys line by line.

``publish N`` puts "Count-WORD N" on air; ``lose N`` does so without the wake-up, as if the process
had died after its commit. Each is answered with the moment when the database had committed.
``read`` is answered with the number that stands in the database.
"""

from __future__ import annotations

import sys
import time

import django

django.setup()

from django.db import close_old_connections, connection
from django.utils import timezone

from articles.caching import counter
from articles.models import LanguageService, Newsroom, PublishedStory, Story
from articles.pages.addresses import story_path
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


def service() -> LanguageService:
    newsroom, _made = Newsroom.objects.get_or_create(name="Beacon")
    found, _made = LanguageService.objects.get_or_create(
        slug="en",
        defaults={
            "newsroom": newsroom, "name": "English Service", "brand": "Beacon", "language": "en",
            "autonym": "English", "credit_name": "English Service", "time_zone": "UTC",
        },
    )  # fmt: skip
    return found


def story_called(word: str) -> Story:
    found = Story.objects.filter(slug=word).first()
    return found or Story.objects.create(
        service=service(), headline=f"Count-{word} 0", slug=word, body="<p>The count goes on.</p>"
    )


def put_on_air(story: Story, number: str) -> PublishedStory:
    close_old_connections()  # the database may have been away
    story.headline = f"Count-{story.slug} {number}"
    story.save()
    return publish(story, actor=SYSTEM, now=timezone.now())


def note_commits() -> list[float]:
    """When the database had committed, before anybody is woken: a clock that processes share."""
    moments: list[float] = []
    commit = connection.commit

    def noted() -> None:
        commit()
        moments.append(time.monotonic())

    connection.commit = noted
    return moments


def main(word: str) -> None:
    story = story_called(word)
    row = put_on_air(story, "0")
    moments = note_commits()
    print(story_path("en", row.slug, row.pk), flush=True)
    wake = counter.Counter.bump
    for line in sys.stdin:
        verb, _space, number = line.strip().partition(" ")
        if verb == "read":
            print(PublishedStory.objects.get(pk=row.pk).headline.split()[-1], flush=True)
            continue
        counter.Counter.bump = (lambda _self: None) if verb == "lose" else wake
        put_on_air(story, number)
        print(moments[-1], flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
