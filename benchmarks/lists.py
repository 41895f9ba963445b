"""``python -m benchmarks.lists [STORIES]``: lists, search, feeds and maps over a large archive, and
the desk's list of stories.

In one process, through all of Django's middleware, nothing kept; medians of milliseconds (by the
clock, and of this process: SQLite works in it) and the number of queries. Every story has the
topic and the author that are asked for, and the word "common".
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from datetime import timedelta

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost"

import django

django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.demo.loading import load_demo
from articles.models import (
    PublishedContributor,
    PublishedStory,
    PublishedTopic,
    SearchEntry,
    Story,
    StoryVersion,
)
from articles.publishing.listing import local_day
from articles.search.desk import index_stories

ROUNDS = 7
AT_ONCE = 2_000
APART = timedelta(minutes=40)
BODY = "<p>Text that no list reads.</p>" * 100


def main(many: int) -> None:
    call_command("migrate", verbosity=0)
    load_demo(now=timezone.now(), password="bench", is_complete=False)
    pattern = PublishedStory.objects.filter(
        service__slug="en", topics__isnull=False, contributors__isnull=False
    ).select_related("service", "version")[0]
    for start in range(0, many, AT_ONCE):
        _multiply(pattern, range(start, min(start + AT_ONCE, many)))
    client, day = Client(), PublishedStory.objects.get(headline="Copy 100").local_day
    topic, person = pattern.topics.all()[0].slug, pattern.contributors.all()[0].slug
    paths = [
        "/en/", f"/en/t/{topic}/", f"/en/author/{person}/", f"/en/t/{topic}/rss.xml",
        "/en/search/?q=common", "/en/search/?q=rare77", "/en/search/?q=co",
        "/en/search/?q=common+nothing", f"/en/search/?q=common&topic={topic}",
        "/en/search/?q=commmn", "/en/search/?q=commn+rarre77", "/en/search/?q=zzzzzz",
        "/en/archive/", f"/en/archive/{day:%Y/%m}/", f"/en/archive/{day:%Y/%m/%d}/",
        "/sitemap.xml", f"/en/sitemap-{day:%Y-%m}.xml", "/news-sitemap.xml",
    ]  # fmt: skip
    print(f"{many:,} stories on {connection.vendor}")
    for path in paths:
        print(f"{path:<36}{_measure(client, path)}")
    desk = Client()
    desk.force_login(User.objects.get(username="reporter"))
    for query in ("view=all", "q=common", "q=co", "q=rare77", "q=word77", "q=common+nothing",
                  "q=nothing", "q=77"):  # fmt: skip
        path = f"{reverse('admin:articles_story_changelist')}?{query}"
        print(f"{path:<36}{_measure(desk, path)}")


def _multiply(pattern: PublishedStory, numbers: range) -> None:
    rows, service, now = [], pattern.service, timezone.now()
    stories = Story.objects.bulk_create(
        Story(
            service=service, headline=f"Common copy word{number % 500} rare{number}",
            slug=f"copy-{number}", body=BODY,
        )
        for number in numbers
    )  # fmt: skip
    index_stories(stories)
    versions = StoryVersion.objects.bulk_create(
        StoryVersion(
            story=story, number=1, kind="published", content={}, content_hash="", created_at=now
        )
        for story in stories
    )
    copied = {
        field.name: getattr(pattern, field.name)
        for field in PublishedStory._meta.concrete_fields
        if field.name not in ("story", "version", "translation_key")
    }
    for number, story, version in zip(numbers, stories, versions, strict=True):
        when = now - APART * (number + 1)
        rows.append(
            PublishedStory(
                **copied
                | {"story": story, "version": version, "translation_key": story.translation_key}
                | {"headline": f"Copy {number}", "published_at": when, "revised_at": when}
                | {"local_day": local_day(when, service), "breaking_until": None}
            )
        )
    PublishedStory.objects.bulk_create(rows)
    topics, people = list(pattern.topics.all()), list(pattern.contributors.all())
    key = [{"on_air": row, "service": service, "published_at": row.published_at} for row in rows]
    PublishedTopic.objects.bulk_create(
        PublishedTopic(topic=one, **row) for row in key for one in topics
    )
    PublishedContributor.objects.bulk_create(
        PublishedContributor(contributor=one, **row) for row in key for one in people
    )
    SearchEntry.objects.bulk_create(
        SearchEntry(words=f"common copy word{number % 500} rare{number}", **row)
        for number, row in zip(numbers, key, strict=True)
    )


def _measure(client: Client, path: str) -> str:
    client.get(path)
    taken = []
    for _round in range(ROUNDS):
        started, cpu = time.perf_counter(), time.process_time()
        with CaptureQueriesContext(connection) as captured:
            reply = client.get(path)
        ended = time.perf_counter() - started, time.process_time() - cpu
        taken.append(ended)
    wall, cpu = (statistics.median(one) * 1000 for one in zip(*taken, strict=True))
    return f"{reply.status_code:>5}{wall:>9.1f} ms{cpu:>9.1f} CPU-ms{len(captured):>4} queries"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
