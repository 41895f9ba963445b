"""The output registry: every kind of public output, and how to fetch it for a story.

Proofs and permission tests walk this list; a public URL that is not declared here fails a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from articles.legal.facets import Facets
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import (
    EDITION,
    TEXT,
    front_path,
    story_path,
    topic_path,
)
from articles.pages.feed_links import FORMATS, Format
from articles.pages.output_paths import (
    authors_of,
    day_of,
    entries_of,
    news_of,
    nowhere,
    search_of,
    section_of,
    sitemap_of,
    sitemap_part_of,
    topics_of,
    updates_of,
)
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
    ``lives_by_its_stories`` answers 404 where all of them are withheld. One ``for_machines`` is no
    HTML: a feed carries warnings in its items, a map none; ``by_address`` is where a story is told
    of by its address alone, and not by its headline.
    """

    name: str
    paths: Paths
    has_text: bool = False
    facets: FacetsOf = _of_service
    placements: Placements = EVERY_PAGE
    lives_by_its_stories: bool = False
    for_machines: bool = False
    by_address: bool = False


def _feed(output: Output, form: Format) -> Output:
    """Of a list, in one of the formats."""

    def paths(row: PublishedStory, service: LanguageService) -> list[str]:
        return [path + form.file for path in output.paths(row, service)]

    def facets(
        path: str, row: PublishedStory, service: LanguageService, standing: Standing
    ) -> Facets:
        return output.facets(path.removesuffix(form.file), row, service, standing)

    return replace(
        output,
        name=f"{output.name}-{form.name}",
        paths=paths,
        facets=facets,
        placements=(),
        for_machines=True,
    )


def _of_first_service(
    _path: str, _row: PublishedStory, service: LanguageService, standing: Standing
) -> Facets:
    """The page of all services wears the frame of the first one."""
    first = next(iter(standing.services.values()), service)
    return Facets(first.slug, first.language)


def _of_everybody(
    _path: str, _row: PublishedStory, _service: LanguageService, _standing: Standing
) -> Facets:
    return Facets()


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


LISTS = (
    Output("front", lambda _row, service: [front_path(service.slug)]),
    Output("section", section_of, facets=_of_section),
    Output("topic", topics_of, facets=_of_topic, lives_by_its_stories=True),
    Output("author", authors_of, lives_by_its_stories=True),
)
FULL = (
    Output("world", lambda _row, _service: ["/"], facets=_of_first_service),
    *LISTS,
    *(_feed(output, form) for output in LISTS for form in FORMATS),
    Output(
        "story",
        lambda row, service: [story_path(service.slug, row.slug, row.pk)],
        has_text=True,
        facets=_of_story,
        placements=STORY_PAGE,
    ),
    Output("entry", entries_of, has_text=True, facets=_of_story, placements=STORY_PAGE),
    Output("updates", updates_of, has_text=True, facets=_of_story, placements=STORY_PAGE),
    Output("search", search_of),
    Output("day", day_of, lives_by_its_stories=True),
    # Numbers of stories, and no word of any.
    Output("archive", nowhere),
    Output("month", nowhere),
    Output(
        "month-sitemap",
        sitemap_of,
        placements=(),
        lives_by_its_stories=True,
        for_machines=True,
        by_address=True,
    ),
    Output(
        "sitemap-part",
        sitemap_part_of,
        placements=(),
        lives_by_its_stories=True,
        for_machines=True,
        by_address=True,
    ),
    Output(
        "news-sitemap",
        news_of,
        facets=_of_everybody,
        placements=(),
        for_machines=True,
    ),
    Output("sitemap", nowhere, placements=(), for_machines=True),
    # A secret link: no story leads to it, and only whoever has its token can fetch it.
    Output("preview", nowhere, has_text=True, facets=_of_story, placements=STORY_PAGE),
    Output("place", nowhere),
    # What an edge learns of a reader's place: no page, and nobody else is answered.
    Output("zone", nowhere, placements=()),
    Output("robots", nowhere, placements=()),
    Output("healthz", nowhere, placements=()),
    Output("readyz", nowhere, placements=()),
    Output("media", nowhere, placements=()),
)


def _text_edition(output: Output) -> Output:
    """The same page without pictures: one parameter more, and all else alike."""
    return replace(
        output,
        name=f"{output.name} ({TEXT})",
        paths=lambda row, service: [
            f"{path}{'&' if '?' in path else '?'}{EDITION}={TEXT}"
            for path in output.paths(row, service)
        ],
        facets=lambda path, *known: output.facets(path.partition("?")[0], *known),
    )


OUTPUTS = (
    *FULL,
    *(_text_edition(output) for output in FULL if Placement.SITE_BANNER in output.placements),
)
