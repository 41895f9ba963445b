"""The output registry: every kind of public output, and how to fetch it for a story.

Proofs and permission tests walk this list; a public URL that is not declared here fails a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.utils import timezone

from articles.legal.facets import Facets
from articles.models.published import PublishedStory
from articles.models.published_entry import PublishedEntry
from articles.models.service import LanguageService
from articles.pages.addresses import (
    EDITION,
    TEXT,
    author_path,
    day_path,
    entry_path,
    front_path,
    search_path,
    section_path,
    sitemap_path,
    story_path,
    topic_path,
    updates_path,
)
from articles.pages.feed_links import FORMATS, Format
from articles.pages.reader import facets_of
from articles.pages.sitemaps import NEWS_FOR
from articles.pages.standing import Standing
from articles.text.terms import terms
from articles.vocabularies import Placement, StoryType

Paths = Callable[[PublishedStory, LanguageService], list[str]]
# What the law knows the page at a path by: that path, the story, its service, the standing data.
FacetsOf = Callable[[str, PublishedStory, LanguageService, Standing], Facets]
Placements = tuple[Placement, ...]

FEW = 2
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


def _nowhere(_row: PublishedStory, _service: LanguageService) -> list[str]:
    return []


def _section(row: PublishedStory, service: LanguageService) -> list[str]:
    return [section_path(service.slug, row.section.slug)] if row.section else []


def _topics(row: PublishedStory, service: LanguageService) -> list[str]:
    return [topic_path(service.slug, topic.slug) for topic in row.topics.all()]


def _authors(row: PublishedStory, service: LanguageService) -> list[str]:
    return [author_path(service.slug, person.slug) for person in row.contributors.all()]


def _entries(row: PublishedStory, service: LanguageService) -> list[str]:
    """The newest few entries of live coverage; the others are pages of the same kind."""
    if row.story_type != StoryType.LIVE:
        return []
    newest = PublishedEntry.objects.of(row.pk).filter(is_removed=False).newest_first()
    numbers = newest.values_list("pk", flat=True)[:FEW]
    return [entry_path(service.slug, row.slug, row.pk, number) for number in numbers]


def _updates(row: PublishedStory, service: LanguageService) -> list[str]:
    is_live = row.story_type == StoryType.LIVE
    return [updates_path(service.slug, row.slug, row.pk)] if is_live else []


def _search(row: PublishedStory, service: LanguageService) -> list[str]:
    """For the beginning of its longest word, so that the page does not repeat what it tells."""
    words = sorted(terms(row.headline), key=len)
    return [f"{search_path(service.slug)}?q={quote(words[-1][:-1] or words[-1])}"] if words else []


def _day(row: PublishedStory, service: LanguageService) -> list[str]:
    return [day_path(service.slug, row.local_day)] if row.local_day else []


def _sitemap(row: PublishedStory, service: LanguageService) -> list[str]:
    day = row.local_day
    return [sitemap_path(service.slug, day.year, day.month)] if day else []


def _news(row: PublishedStory, _service: LanguageService) -> list[str]:
    return ["/news-sitemap.xml"] if row.published_at > timezone.now() - NEWS_FOR else []


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
    Output("section", _section, facets=_of_section),
    Output("topic", _topics, facets=_of_topic, lives_by_its_stories=True),
    Output("author", _authors, lives_by_its_stories=True),
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
    Output("entry", _entries, has_text=True, facets=_of_story, placements=STORY_PAGE),
    Output("updates", _updates, has_text=True, facets=_of_story, placements=STORY_PAGE),
    Output("search", _search),
    Output("day", _day, lives_by_its_stories=True),
    # Numbers of stories, and no word of any.
    Output("archive", _nowhere),
    Output("month", _nowhere),
    Output(
        "month-sitemap",
        _sitemap,
        placements=(),
        lives_by_its_stories=True,
        for_machines=True,
        by_address=True,
    ),
    Output(
        "news-sitemap",
        _news,
        facets=_of_everybody,
        placements=(),
        for_machines=True,
    ),
    Output("sitemap", _nowhere, placements=(), for_machines=True),
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
