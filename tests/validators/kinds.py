"""One page of the demonstration for every template, left to right and right to left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.test import Client

from articles.demo.law import WITHHELD_STORIES
from articles.demo.loading import Desk
from articles.models import PublishedStory
from articles.pages.addresses import story_path
from articles.pages.outputs import OUTPUTS
from articles.vocabularies import PubStatus, StoryType

ESSAY, CORRECTED = "windows-after-dark", {"en": "night-trains", "fa": "wind-towers"}
LEAD = "karasu-dam"
TEXT = "edition=text"


def write_kinds(newsroom: Desk, folder: Path) -> dict[str, Path]:
    """By what it shows, the file that each page was written to."""
    client, files = Client(), {}
    for number, (name, path) in enumerate(_kinds(newsroom)):
        files[name] = folder / f"{number}.html"
        files[name].write_bytes(client.get(path, follow=True).content)
    return files


def _kinds(newsroom: Desk) -> Iterator[tuple[str, str]]:
    for service in ("en", "fa"):
        for name, path in _of_service(newsroom, service):
            yield f"{service} {name}", path


def _of_service(newsroom: Desk, service: str) -> Iterator[tuple[str, str]]:
    rows = PublishedStory.objects.filter(service__slug=service).select_related("service", "section")
    lead = rows.get(pk=newsroom.stories[service, LEAD].pk)
    for output in OUTPUTS:
        if not output.for_machines and "(" not in output.name and output.name != "updates":
            yield from ((output.name, path) for path in output.paths(lead, lead.service)[:1])
    live = rows.get(story_type=StoryType.LIVE)
    stories = {
        "live": live,
        "photo essay": rows.get(pk=newsroom.stories[service, ESSAY].pk),
        "corrections": rows.get(pk=newsroom.stories[service, CORRECTED[service]].pk),
    }
    for name, row in stories.items():
        yield name, _path(row)
    entry = next(one for one in OUTPUTS if one.name == "entry")
    yield "entry", entry.paths(live, live.service)[0]
    yield "killed", _path(rows.filter(pub_status=PubStatus.CANCELED)[0])
    withheld = newsroom.stories[next(key for key in WITHHELD_STORIES if key[0] == service)]
    yield "withheld", f"{_path(rows.get(pk=withheld.pk))}?demo_place=GB"
    yield "notices", f"{_path(lead)}?demo_place=RU"
    yield "nothing found", f"/{service}/search/?q=qwxz"
    for name in ("archive", "place", "nowhere"):
        yield name, f"/{service}/{name}/"
    yield "text story", f"{_path(lead)}?{TEXT}"
    yield "text front", f"/{service}/?{TEXT}"


def _path(row: PublishedStory) -> str:
    return story_path(row.service.slug, row.slug or "x", row.pk)
