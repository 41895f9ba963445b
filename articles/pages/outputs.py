"""The output registry: every kind of public output, and how to fetch it for a story.

Proofs and permission tests walk this list; a public URL that is not declared here fails a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.legal.facets import Facets
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import author_path, front_path, section_path, story_path, topic_path
from articles.pages.reader import facets_of
from articles.pages.standing import Standing
from articles.vocabularies import Placement

Paths = Callable[[PublishedStory, LanguageService], list[str]]
# What the law knows the page at a path by: that path, the story, its service, the standing data.
FacetsOf = Callable[[str, PublishedStory, LanguageService, Standing], Facets]
Placements = tuple[Placement, ...]

EVERY_PAGE = (Placement.SITE_BANNER,)
STORY_PAGE = (
    Placement.SITE_BANNER,
    Placement.ARTICLE_TOP,
    Placement.NEAR_SHARE,
    Placement.ARTICLE_FOOT,
)


def _of_service(
    _path: str, _row: PublishedStory, service: LanguageService, _standing: Standing
) -> Facets:
    return Facets(service.slug, service.language)


@dataclass(frozen=True)
class Output:
    """``paths`` gives where a story (its text, or its teaser) can be seen; empty: nowhere.

    With ``has_text`` the page is the story's own and answers 451 where it is withheld. Notices at
    ``placements`` must stand on the page, by the law for its ``facets``. A list that
    ``lives_by_its_stories`` answers 404 where all of them are withheld.
    """

    name: str
    paths: Paths
    has_text: bool = False
    facets: FacetsOf = _of_service
    placements: Placements = EVERY_PAGE
    lives_by_its_stories: bool = False


def _nowhere(_row: PublishedStory, _service: LanguageService) -> list[str]:
    return []


def _section(row: PublishedStory, service: LanguageService) -> list[str]:
    return [section_path(service.slug, row.section.slug)] if row.section else []


def _topics(row: PublishedStory, service: LanguageService) -> list[str]:
    return [topic_path(service.slug, topic.slug) for topic in row.topics.all()]


def _authors(row: PublishedStory, service: LanguageService) -> list[str]:
    return [author_path(service.slug, person.slug) for person in row.contributors.all()]


def _of_first_service(
    _path: str, _row: PublishedStory, service: LanguageService, standing: Standing
) -> Facets:
    """The page of all services wears the frame of the first one."""
    first = next(iter(standing.services.values()), service)
    return Facets(first.slug, first.language)


def _of_section(
    _path: str, row: PublishedStory, service: LanguageService, standing: Standing
) -> Facets:
    section = standing.sections.get(row.section_id or 0)
    return Facets(service.slug, service.language, section=section.slug if section else "")


def _of_topic(
    path: str, row: PublishedStory, service: LanguageService, _standing: Standing
) -> Facets:
    slugs = (topic.slug for topic in row.topics.all())
    topics = frozenset(slug for slug in slugs if topic_path(service.slug, slug) == path)
    return Facets(service.slug, service.language, topics=topics)


def _of_story(
    _path: str, row: PublishedStory, service: LanguageService, standing: Standing
) -> Facets:
    return facets_of(row, service, standing)


OUTPUTS = (
    Output("world", lambda _row, _service: ["/"], facets=_of_first_service),
    Output("front", lambda _row, service: [front_path(service.slug)]),
    Output("section", _section, facets=_of_section),
    Output("topic", _topics, facets=_of_topic, lives_by_its_stories=True),
    Output("author", _authors, lives_by_its_stories=True),
    Output(
        "story",
        lambda row, service: [story_path(service.slug, row.slug, row.pk)],
        has_text=True,
        facets=_of_story,
        placements=STORY_PAGE,
    ),
    # A secret link: no story leads to it, and only whoever has its token can fetch it.
    Output("preview", _nowhere, has_text=True, facets=_of_story, placements=STORY_PAGE),
    Output("place", _nowhere),
    # What an edge learns of a reader's place: no page, and nobody else is answered.
    Output("zone", _nowhere, placements=()),
    Output("robots", _nowhere, placements=()),
    Output("healthz", _nowhere, placements=()),
    Output("readyz", _nowhere, placements=()),
    Output("media", _nowhere, placements=()),
)
