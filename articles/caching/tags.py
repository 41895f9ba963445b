"""The cache tags, named here and nowhere else: few, short, stable.

A tag says "this page shows something of …". A verb writes the tags it touched into the ledger;
a page carries the tags it was made from.
"""

from __future__ import annotations

from pathlib import PurePosixPath

# Services, sections, topic names: what every page shows and every process keeps in memory.
STANDING = "standing"
# Any approved or retired legal notice.
NOTICES = "notices"
# The strips of all services: no page carries it, but every process keeps them in memory.
ALERTS = "alerts"
# The page of all services.
WORLD = "world"


def story(story_id: int) -> str:
    return f"story-{story_id}"


def translations(translation_key: object) -> str:
    """Pages that link to the language versions of one story."""
    return f"group-{translation_key}"


def front(service_slug: str) -> str:
    return f"front-{service_slug}"


def alert(service_slug: str) -> str:
    """Every page of a service on top of which its strip can stand."""
    return f"alert-{service_slug}"


def section(section_id: int) -> str:
    return f"section-{section_id}"


def topic(service_slug: str, topic_slug: str) -> str:
    return f"topic-{service_slug}-{topic_slug}"


def author(service_slug: str, contributor_slug: str) -> str:
    return f"author-{service_slug}-{contributor_slug}"


def file(name: str) -> str:
    """A public file, by its name in the storage: edges keep files for readers, too.

    deploy/varnish/default.vcl makes the same of an address.
    """
    path = PurePosixPath(name)
    return f"file-{''.join(path.parent.parts)}{path.stem}"
