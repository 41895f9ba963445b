"""Topics and people that have a list of their own: their words, and where their stories are."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.http import Http404

from articles.models.contributor import Contributor, ContributorName
from articles.models.listed import PublishedContributor, PublishedTopic
from articles.models.published import ListedStories, PublishedStory
from articles.models.service import LanguageService
from articles.models.topic import Topic, TopicName
from articles.vocabularies import ContributorKind


@dataclass(frozen=True)
class Subject:
    """``words`` are a description or a biography; ``kind`` is schema.org's."""

    slug: str
    name: str
    words: str
    stories: ListedStories
    kind: str = "Thing"


def topic_called(slug: str, service: LanguageService) -> Subject:
    """In the service's language, else by the desk's name; one query."""
    said = TopicName.objects.filter(topic=OuterRef("pk"), language=service.language)
    row = (
        Topic.objects.filter(slug=slug)
        .values_list(
            "pk",
            "name",
            Subquery(said.values("name")[:1]),
            Subquery(said.values("description")[:1]),
        )
        .first()
    )
    if row is None:
        raise Http404
    key, desk_name, name, words = row
    rows = PublishedTopic.objects.filter(topic_id=key, service_id=service.pk)
    return Subject(slug, name or desk_name, words or "", _stories(rows))


def author_called(slug: str, service: LanguageService) -> Subject:
    """Somebody credited in public. Never under the desk's name: it may be a protected one.

    Who has no words in this language keeps the name that the newest byline prints.
    """
    said = ContributorName.objects.filter(contributor=OuterRef("pk"), language=service.language)
    row = (
        Contributor.objects.filter(slug=slug)
        .values_list(
            "pk", "kind", Subquery(said.values("name")[:1]), Subquery(said.values("biography")[:1])
        )
        .first()
    )
    if row is None:
        raise Http404
    key, kind, name, words = row
    rows = PublishedContributor.objects.filter(contributor_id=key, service_id=service.pk)
    stories = _stories(rows)
    name = name or _name_in_byline(stories, slug)
    if not name:
        raise Http404
    is_person = kind == ContributorKind.PERSON
    return Subject(slug, name, words or "", stories, "Person" if is_person else "Organization")


def _name_in_byline(stories: ListedStories, slug: str) -> str:
    newest = stories.rows.newest_first().values_list("on_air__document__bylines", flat=True)
    credits = newest.first() or []
    return next((credit["name"] for credit in credits if credit["slug"] == slug), "")


def _stories(rows: object) -> ListedStories:
    return ListedStories(PublishedStory.objects.cards(), rows)  # type: ignore[arg-type]
