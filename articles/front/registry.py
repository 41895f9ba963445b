"""The output registry: every kind of public output, and how to fetch it for a story.

Proofs and permission tests walk this list; a public URL that is not declared here fails a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import author_path, front_path, section_path, story_path, topic_path

Paths = Callable[[PublishedStory, LanguageService], list[str]]


@dataclass(frozen=True)
class Output:
    """``paths`` gives where a story (its text, or its teaser) can be seen; empty: nowhere."""

    name: str
    paths: Paths
    has_text: bool = False


def _nowhere(_row: PublishedStory, _service: LanguageService) -> list[str]:
    return []


def _section(row: PublishedStory, service: LanguageService) -> list[str]:
    return [section_path(service.slug, row.section.slug)] if row.section else []


def _topics(row: PublishedStory, service: LanguageService) -> list[str]:
    return [topic_path(service.slug, topic.slug) for topic in row.topics.all()]


def _authors(row: PublishedStory, service: LanguageService) -> list[str]:
    return [author_path(service.slug, person.slug) for person in row.contributors.all()]


OUTPUTS = (
    Output("world", lambda _row, _service: ["/"]),
    Output("front", lambda _row, service: [front_path(service.slug)]),
    Output("section", _section),
    Output("topic", _topics),
    Output("author", _authors),
    Output(
        "story",
        lambda row, service: [story_path(service.slug, row.slug, row.pk)],
        has_text=True,
    ),
    Output("place", _nowhere),
    Output("robots", _nowhere),
    Output("healthz", _nowhere),
    Output("readyz", _nowhere),
    Output("media", _nowhere),
)
