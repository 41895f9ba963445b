"""What writing costs: opening a story's form, keeping and saving a journalist's words.

``python -m benchmarks.saving`` prints it alone. CPU-milliseconds of this process, with all
middleware. The story has 800 words, 20 photos and 50 versions; each figure is the median of rounds
in which something is changed every time.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")

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
from articles.models import Photo, Story, StoryPhoto
from articles.publishing.save import save
from articles.vocabularies import PhotoRole
from benchmarks.settings import WORKSHOP
from tests.admin.sent import sent_by
from tests.admin.weight import our_files, weight_of

ROUNDS, VERSIONS, PHOTOS = 30, 50, 20
WORDS = "<p>" + "Eight hundred words are what a report has. " * 25 + "</p>"


def report_saving() -> None:
    story, client = _story(), Client(HTTP_HOST="127.0.0.1")
    client.force_login(User.objects.get(username="editor"))
    url = reverse("admin:articles_story_change", args=[story.pk])
    html = client.get(url).content.decode()
    form = sent_by(html, "story_form") | {"_continue": "Save"}
    print(f"\n{'one story form, 800 words, 20 photos, 50 versions':<52}{'':>8}{'limit':>8}")
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    print(f"{'queries to open it':<52}{len(queries):>8}{25:>8}")
    weight = weight_of(our_files(html))
    print(f"{'bytes of our own files, uncompressed':<52}{weight:>8,}{'150,000':>8}")
    print(f"\n{'the same':<52}{'CPU-ms':>8}{'limit':>8}")
    _print("open it", None, lambda _number: _fine(client.get(url), 200))
    _print("autosave", 30, lambda number: _keep(client, story, form, f"Kept {number}"))
    _print("presence", 30, lambda _number: _tell(client, story, form["_page"]))
    _print("save", 100, lambda number: _save(client, url, form, f"Saved {number}"))
    _print("save over a colleague's save", 100, lambda number: _join(client, url, form, number))


def _story() -> Story:
    story = Story.objects.filter(service__slug="en", workflow_status="draft")[0]
    shown = story.story_photos.values_list("photo", flat=True)
    more = Photo.objects.filter(killed_at=None).exclude(pk__in=shown)[: PHOTOS - len(shown)]
    StoryPhoto.objects.bulk_create(
        StoryPhoto(story=story, photo=photo, role=PhotoRole.GALLERY, position=position)
        for position, photo in enumerate(more, start=50)
    )
    for number in range(VERSIONS):
        story.standfirst, story.body = f"Version {number}", WORDS * 4
        story.save()
        save(story, actor=User.objects.get(username="reporter"), now=timezone.now())
    return story


def _keep(client: Client, story: Story, form: dict, headline: str) -> None:
    fields = {name: [value] for name, value in form.items()} | {"headline": [headline]}
    sent = {"story": story.pk, "page": form["_page"], "base": form["_base"], "fields": fields}
    _fine(client.post(reverse("admin:draft_keep"), json.dumps(sent), "application/json"), 200)


def _tell(client: Client, story: Story, page: str) -> None:
    url = reverse("admin:articles_story_presence", args=[story.pk])
    _fine(client.post(url, {"page": page, "unsaved": "1"}), 200)


def _save(client: Client, url: str, form: dict, headline: str) -> None:
    number = url.split("/")[-3]
    changed = Story.objects.values_list("changed_at", flat=True).get(pk=number)
    _fine(client.post(url, form | {"headline": headline, "_stamp": changed.isoformat()}), 302)


def _join(client: Client, url: str, form: dict, number: int) -> None:
    """What was opened before all of the saves above, with another field changed."""
    Story.objects.filter(pk=url.split("/")[-3]).update(kicker=form["kicker"])
    _fine(client.post(url, form | {"headline": form["headline"], "kicker": f"No. {number}"}), 302)


def _fine(answer: object, wanted: int) -> None:
    if answer.status_code != wanted:  # type: ignore[attr-defined]
        raise RuntimeError(f"answered {answer.status_code}")  # type: ignore[attr-defined]


def _print(name: str, limit: int | None, act: Callable[[int], None]) -> None:
    act(-1)
    spent = []
    for number in range(ROUNDS):
        started = time.process_time()
        act(number)
        spent.append((time.process_time() - started) * 1000)
    print(f"{name:<52}{statistics.median(spent):>8.1f}{limit or '':>8}")


def main() -> None:
    call_command("migrate", verbosity=0)
    load_demo(now=timezone.now(), password="bench", is_complete=False)
    try:
        report_saving()
    finally:
        shutil.rmtree(Path(WORKSHOP), ignore_errors=True)


if __name__ == "__main__":
    main()
