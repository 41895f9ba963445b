"""Links from a story to our own stories: do they lead to something that readers can see?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from articles.models import LanguageService, PublishedStory, Story
from articles.publishing.refusals import Problem
from articles.text.blocks import blocks_of
from articles.vocabularies import PubStatus

STORY = re.compile(r"/(?:[^/]+/)*a/[^/]+/(\d{1,18})\.html")
DESK = ("/admin/", "/preview/")
MOST = 200


def link_problems(story: Story) -> Iterator[Problem]:
    """Two queries, and none for a story without links."""
    links = [link for block in blocks_of(story.body) for link in block.links]
    if not links:
        return
    ours = [path for path in _own_paths(links[:MOST]) if path]
    if any(path.startswith(DESK) for path in ours):
        words = _("A link leads to the desk or to a secret preview: readers cannot go there.")
        yield Problem("desk_link", "body", words)
    yield from _dead(ours, story)


def _own_paths(links: list[str]) -> Iterator[str]:
    """The paths of addresses of this site."""
    parts = [_parts(link) for link in links]
    hosts = {one.hostname or "" for one in parts if one and one.netloc}
    ours = {"", *_own(hosts)} if hosts else {""}
    yield from (one.path for one in parts if one and (one.hostname or "") in ours)


def _parts(link: str) -> SplitResult | None:
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return parts if parts.scheme in ("", "http", "https") else None


def _own(hosts: set[str]) -> set[str]:
    domains = LanguageService.objects.filter(domain__in=hosts).values_list("domain", flat=True)
    return {host for host in hosts if _is_named(host)} | set(domains)


def _is_named(host: str) -> bool:
    """As ALLOWED_HOSTS names it; a leading dot stands for all that is below."""
    names = [name for name in settings.ALLOWED_HOSTS if name != "*"]
    return any(
        host == name.lstrip(".") or (name.startswith(".") and host.endswith(name)) for name in names
    )


def _dead(paths: list[str], story: Story) -> Iterator[Problem]:
    found = [(path, STORY.fullmatch(path)) for path in dict.fromkeys(paths)]
    numbers = {int(match[1]): path for path, match in found if match}
    on_air = PublishedStory.objects.filter(pk__in=numbers, pub_status=PubStatus.USABLE)
    alive = set(on_air.values_list("pk", flat=True)) if numbers else set()
    for number, path in numbers.items():
        if number == story.pk:
            words = _("A link leads to this story itself.")
            yield Problem("link_to_itself", "body", words, blocks=False)
        elif number not in alive:
            words = _("The link to “%(path)s” is dead: that story is not on air.")
            yield Problem("dead_link", "body", words % {"path": path}, blocks=False)
