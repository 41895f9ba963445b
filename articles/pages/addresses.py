"""Every public address, made in one place."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings


def front_path(service: str) -> str:
    return f"/{service}/"


def story_path(service: str, slug: str, story_id: int) -> str:
    return f"/{service}/a/{slug}/{story_id}.html"


def section_path(service: str, section: str) -> str:
    return f"/{service}/z/{section}/"


def topic_path(service: str, topic: str) -> str:
    return f"/{service}/t/{topic}/"


def author_path(service: str, contributor: str) -> str:
    return f"/{service}/author/{contributor}/"


def media_url(name: str) -> str:
    return f"{settings.MEDIA_URL}{name}"


@dataclass(frozen=True)
class Carry:
    """Declared parameters that a page's own links carry on, since no cookie remembers them."""

    parameters: tuple[tuple[str, str], ...] = ()

    def __call__(self, path: str, **more: str) -> str:
        query = urlencode([*self.parameters, *more.items()])
        return f"{path}?{query}" if query else path
