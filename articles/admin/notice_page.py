"""Which page of the site is looked at: a service and, where one is named, a story on air."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db.models import BigIntegerField
from django.http import Http404
from django.utils.translation import gettext as _

from articles.admin.notice_candidate import Candidate
from articles.legal.facets import Facets
from articles.models import LanguageService, PublishedStory
from articles.models.published import PublishedStoryQuerySet
from articles.pages.reader import facets_of
from articles.pages.standing import Standing
from articles.publishing.permissions import Deed, services_where
from articles.publishing.sentences import quoted
from articles.vocabularies import TargetDimension


@dataclass(frozen=True)
class PageAsked:
    """``title`` says in words what is looked at; ``services`` are the ones to choose from."""

    service: LanguageService
    facets: Facets
    title: str
    row: PublishedStory | None = None
    services: tuple[LanguageService, ...] = field(default=(), compare=False)


def on_air_for(user: User) -> PublishedStoryQuerySet:
    """What is on air in the services that ``user`` looks after: never a working copy."""
    own = services_where(user, Deed.VIEW_NOTICE)
    return PublishedStory.objects.cards().filter(service__in=own)


def story_on_air(user: User, key: str) -> PublishedStory:
    """By its id; not found when it is not on air, or not the user's to look at."""
    is_number = key.isascii() and key.isdigit() and len(key) < 20
    if not is_number or int(key) > BigIntegerField.MAX_BIGINT:
        raise Http404
    row = on_air_for(user).filter(pk=int(key)).first()
    if row is None:
        raise Http404
    return row


def page_asked(
    user: User, candidate: Candidate, data: Standing, *, service: str = "", story: str = ""
) -> PageAsked | None:
    """What was asked for; where nothing was, the first page that the notice concerns.

    None where there is no service whose pages ``user`` looks after.
    """
    services = tuple(services_where(user, Deed.VIEW_NOTICE))
    if not services:
        return None
    row = story_on_air(user, story) if story else _first_story(user, candidate, service)
    if row is not None:
        own = data.by_id[row.service_id]
        return PageAsked(own, facets_of(row, own, data), quoted(row.headline), row, services)
    chosen = _service(services, candidate, service)
    return PageAsked(chosen, _facets(chosen, candidate), _title(candidate), None, services)


def _included(candidate: Candidate, dimension: TargetDimension) -> list[str]:
    rule = candidate.rule
    return sorted(rule.target(dimension.value).include) if rule else []


def _first_story(user: User, candidate: Candidate, service: str) -> PublishedStory | None:
    """The first story on air that the notice names, in the service asked for."""
    named = _included(candidate, TargetDimension.STORY)
    ids = [int(value) for value in named if value.isascii() and value.isdigit() and len(value) < 18]
    rows = on_air_for(user).filter(pk__in=ids).order_by("pk")
    return (rows.filter(service__slug=service) if service else rows).first()


def _service(
    services: Sequence[LanguageService], candidate: Candidate, asked: str
) -> LanguageService:
    by_slug = {one.slug: one for one in services}
    if asked and asked not in by_slug:
        raise Http404
    if asked:
        return by_slug[asked]
    slugs = _included(candidate, TargetDimension.SERVICE)
    languages = _included(candidate, TargetDimension.LANGUAGE)
    named = [one for one in services if one.slug in slugs or one.language in languages]
    return (named or list(services))[0]


def _facets(service: LanguageService, candidate: Candidate) -> Facets:
    """A page that the notice concerns by topic, section and story, if it concerns any there."""
    topics = _included(candidate, TargetDimension.TOPIC)[:1]
    sections = _included(candidate, TargetDimension.SECTION)
    return Facets(
        service.slug,
        service.language,
        topics=frozenset(topics),
        section=sections[0] if sections else "",
        stories=frozenset(_included(candidate, TargetDimension.STORY)),
    )


def _title(candidate: Candidate) -> str:
    if _included(candidate, TargetDimension.STORY):
        return _("a story that it names, once that is on air")
    if topics := _included(candidate, TargetDimension.TOPIC):
        return _("any story about “%(topic)s”") % {"topic": topics[0]}
    if sections := _included(candidate, TargetDimension.SECTION):
        return _("any story in the section “%(section)s”") % {"section": sections[0]}
    return _("any story")
