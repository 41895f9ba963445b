"""What a question finds for a reader here: at most three queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from articles.front.chosen import chosen
from articles.front.lists import on_air_in
from articles.models.published import ListedStories, PublishedStory
from articles.models.service import LanguageService
from articles.models.topic import Topic, TopicName
from articles.pages.addresses import Key
from articles.pages.choosing import readable
from articles.pages.fronts import PAGE_SIZE
from articles.pages.reader import Reader, facets_of
from articles.pages.search import Found, Question, is_told_by_its_head
from articles.search.matching import newest_holding
from articles.text.body import plain_text
from articles.vocabularies import Effect


def find(service: LanguageService, question: Question, key: Key | None, reader: Reader) -> Found:
    rows: list[PublishedStory] = []
    may_stand = lambda row: may_be_found(row, service, reader)  # noqa: E731
    if question.terms:
        rows = readable(FoundStories(service, question), reader, key, may_stand=may_stand)
    if not rows:
        latest = readable(on_air_in(service), reader, may_stand=may_stand)
        return Found(latest=latest, key=key)
    shown = rows[:PAGE_SIZE]
    return Found(
        rows=rows,
        bodies=_bodies([row for row in shown if not is_told_by_its_head(row, question)]),
        topics=_topic_names(shown, service),
        key=key,
    )


@dataclass(frozen=True)
class FoundStories:
    """What holds the words, as a list that is read a page at a time."""

    service: LanguageService
    question: Question

    def page(self, key: Key | None, many: int) -> list[PublishedStory]:
        among = chosen(self.service, self.question, key)
        found = newest_holding(self.question.terms, among, many)
        return ListedStories(PublishedStory.objects.cards(), found).page(None, many)


def may_be_found(row: PublishedStory, service: LanguageService, reader: Reader) -> bool:
    if not reader.may_read(row):
        return False
    effects = reader.resolve(facets_of(row, service, reader.standing)).effects
    return Effect.DROP_FROM_SEARCH not in effects


def _bodies(rows: Sequence[PublishedStory]) -> dict[int, str]:
    """The texts of those whose heads do not show why they were found."""
    if not rows:
        return {}
    found = PublishedStory.objects.on_air().filter(pk__in=[row.pk for row in rows])
    return {
        pk: "\n".join(plain_text(part["html"]) for part in parts or () if part["kind"] == "html")
        for pk, parts in found.values_list("pk", "document__segments")
    }


def _topic_names(rows: Sequence[PublishedStory], service: LanguageService) -> dict[str, str]:
    slugs = {slug for row in rows for slug in row.card.get("topics", ())}
    if not slugs:
        return {}
    said = TopicName.objects.filter(topic=OuterRef("pk"), language=service.language)
    named = Topic.objects.filter(slug__in=slugs).values_list(
        "slug", "name", Subquery(said.values("name")[:1])
    )
    return {slug: name or desk_name for slug, desk_name, name in named}
