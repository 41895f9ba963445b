"""An editor in a process of their own: prints the story's path, then obeys line by line.

``publish N`` puts "Count N" on air; ``lose N`` does so without the wake-up, as if the process had
died after its commit. Each is answered with the line when the commit has returned.
"""

from __future__ import annotations

import sys

import django

django.setup()

from django.utils import timezone

from articles.caching import counter
from articles.models import LanguageService, Newsroom, Story
from articles.pages.addresses import story_path
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


def seed() -> Story:
    newsroom, _made = Newsroom.objects.get_or_create(name="Beacon")
    service, _made = LanguageService.objects.get_or_create(
        slug="en",
        defaults={
            "newsroom": newsroom, "name": "English Service", "brand": "Beacon", "language": "en",
            "autonym": "English", "credit_name": "English Service", "time_zone": "UTC",
        },
    )  # fmt: skip
    story = Story.objects.filter(service=service).first()
    return story or Story.objects.create(
        service=service, headline="Count 0", slug="count", body="<p>The count goes on.</p>"
    )


def put_on_air(story: Story, number: str) -> object:
    story.headline = f"Count {number}"
    story.save()
    return publish(story, actor=SYSTEM, now=timezone.now())


def main() -> None:
    story = seed()
    row = put_on_air(story, "0")
    print(story_path("en", row.slug, row.pk), flush=True)
    wake = counter.Counter.bump
    for line in sys.stdin:
        verb, number = line.split()
        counter.Counter.bump = (lambda _self: None) if verb == "lose" else wake
        put_on_air(story, number)
        print(line.strip(), flush=True)


if __name__ == "__main__":
    main()
