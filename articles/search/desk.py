"""How the desk finds its stories: by any part of a word of what the list shows, and in no text.

An entry holds each word and what is left of it when signs are taken from its front, so that the
beginning of an entry's term may stand in the middle of a word: "quake" finds an earthquake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from articles.models.story import Story
from articles.models.story_words import StoryWords
from articles.search.matching import terms_asked
from articles.text.terms import terms

FOUND_BY = ("headline", "slugline", "kicker", "slug")
AT_ONCE = 500
MANY = 2_000
SHORTEST_END = 3  # of a word whose beginning was taken away


def index_story(story: Story) -> None:
    """In the transaction that changed the working copy."""
    index_stories([story])


def index_stories(stories: Iterable[Story]) -> None:
    StoryWords.objects.bulk_create(
        [StoryWords(story_id=story.pk, words=words_of(story)) for story in stories],
        update_conflicts=True, unique_fields=["story"], update_fields=["words"],
    )  # fmt: skip


def rebuild() -> int:
    """Index every working copy again; returns how many there are."""
    stories = Story.objects.only(*FOUND_BY).order_by("pk")
    done = 0
    for some in batched(stories.iterator(chunk_size=AT_ONCE), AT_ONCE):
        index_stories(some)
        done += len(some)
    return done


def batched(stories: Iterable[Story], size: int) -> Iterator[list[Story]]:
    rows = iter(stories)
    while some := list(islice(rows, size)):
        yield some


def words_of(story: Story) -> str:
    found: dict[str, None] = {}
    for name in FOUND_BY:
        for term in terms(getattr(story, name)):
            found.update(dict.fromkeys(_ends(term)))
    return " ".join(found)


def _ends(term: str) -> Iterator[str]:
    yield term
    yield from (term[start:] for start in range(1, len(term) - SHORTEST_END + 1))


def found_by(question: str) -> Q:
    """Stories in which each word of the question stands.

    Few are named one by one. Of many the newest are wanted: the list goes through its stories in
    their order and looks into each, which ends as soon as a page is full.
    """
    asked = terms_asked(question)
    ids = _holding(asked) if asked else []
    if len(ids) <= MANY:
        return Q(pk__in=ids)
    entry = StoryWords.objects.filter(story=OuterRef("pk"))
    for term in asked:
        entry = entry.filter(Q(words__startswith=term) | Q(words__contains=f" {term}"))
    return Q(Exists(entry))


def _holding(asked: Sequence[str]) -> list[int]:
    """At most one more than ``MANY``. Terms are letters, marks and digits; quoted all the same."""
    statement, part, joint = _AS_ASKED[connection.vendor]
    said = joint.join(part.format(term) for term in asked)
    with connection.cursor() as cursor:
        cursor.execute(statement, [said, MANY + 1])
        return [row[0] for row in cursor.fetchall()]


_AS_ASKED = {
    "sqlite": (
        "SELECT rowid FROM articles_storywords_fts WHERE articles_storywords_fts MATCH %s LIMIT %s",
        '"{}"*',
        " AND ",
    ),
    "postgresql": (
        "SELECT story_id FROM articles_storywords WHERE vector @@ %s::tsquery LIMIT %s",
        "'{}':*",
        " & ",
    ),
}
