"""Every public address, made in one place."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

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


def place_path(service: str) -> str:
    """Where a reader can say "I am in …"."""
    return f"/{service}/place/"


def media_url(name: str) -> str:
    return f"{settings.MEDIA_URL}{name}"


def letter_url(headline: str, url: str) -> str:
    """A letter of the reader's own: no third party learns of it, and no script is needed."""
    return f"mailto:?{urlencode({'subject': headline, 'body': url}, quote_via=quote)}"


# The declared parameter of the edition without pictures, and its one value.
EDITION, TEXT = "edition", "text"


@dataclass(frozen=True)
class Carry:
    """Declared parameters that a page's own links carry on, since no cookie remembers them.

    What a call names replaces what is carried; an empty value drops it.
    """

    parameters: tuple[tuple[str, str], ...] = ()

    def __call__(self, path: str, /, **more: str) -> str:
        kept = [(name, value) for name, value in self.parameters if name not in more]
        more_of_them = ((name, value) for name, value in more.items() if value)
        query = urlencode([*kept, *more_of_them], safe="/")
        return f"{path}?{query}" if query else path
