"""Topics and authors, and how every list is answered."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front.answers import answer
from articles.front.listed import Subject, author_called, topic_called
from articles.front.reader import reader_of
from articles.front.selection import page_key
from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.models.service import LanguageService
from articles.pages.addresses import author_path, topic_path
from articles.pages.choosing import Stories, readable
from articles.pages.lists import Listing, build_list_page
from articles.pages.reader import Reader


@require_safe
def topic(request: HttpRequest, service_slug: str, topic_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    found = topic_called(topic_slug, service)
    listing = Listing(
        topic_path(service.slug, topic_slug),
        heading=found.name,
        intro=found.words,
        topic=topic_slug,
        lives_by_its_stories=True,
    )
    tag = tags.topic(service.slug, topic_slug)
    return answer_list(request, reader, service, found.stories, listing, tag)


@require_safe
def author(request: HttpRequest, service_slug: str, contributor_slug: str) -> HttpResponse:
    """Only who stands in a public byline has a page: protected names have none."""
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    found = author_called(contributor_slug, service)
    listing = author_listing(found, service)
    tag = tags.author(service.slug, contributor_slug)
    return answer_list(request, reader, service, found.stories, listing, tag)


def author_listing(found: Subject, service: LanguageService) -> Listing:
    about = {"@type": found.kind, "name": found.name}
    if found.words:
        about["description"] = found.words
    return Listing(
        author_path(service.slug, found.slug),
        heading=found.name,
        intro=found.words,
        lives_by_its_stories=True,
        about=about,
        author=found.slug if found.kind == "Person" else "",
    )


def service_called(slug: str, reader: Reader) -> LanguageService:
    service = reader.standing.services.get(slug)
    if service is None:
        raise Http404
    return service


def on_air_in(service: LanguageService) -> PublishedStoryQuerySet:
    return PublishedStory.objects.cards().filter(service_id=service.pk)


def answer_list(
    request: HttpRequest,
    reader: Reader,
    service: LanguageService,
    stories: Stories,
    listing: Listing,
    tag: str,
) -> HttpResponse:
    key = page_key(request)
    rows = readable(stories, reader, key)
    if not rows and listing.lives_by_its_stories and not (key and readable(stories, reader)):
        raise Http404
    with override(service.language):
        page = build_list_page(service, rows, reader, listing, key=key)
        return answer(
            request, "list", page, reader, tags=[tag], until=page.until, renew_at=page.renew_at
        )
