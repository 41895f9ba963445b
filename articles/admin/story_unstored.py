"""A story's page before it is on air, or as it once was: the public row, made and not stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db.models import Q
from django.utils.dateparse import parse_datetime

from articles.models import Photo, PublishedStory, Story, StoryVersion
from articles.pages.story_head import Group
from articles.publishing.document import Document, Page, build_page
from articles.publishing.snapshot import Content
from articles.text.pointers import stories_pointed_at
from articles.text.slugs import slug_for
from articles.vocabularies import PubStatus, VersionKind


def group_from(story: Story, content: Content, *, at: datetime, revised_at: datetime) -> Group:
    """What readers would get of ``content`` at ``at``, by the library as it is today."""
    page = own_page(build_page(content, story.service, at=at), story)
    breaking = content["breaking_until"]
    row = PublishedStory(
        story_id=story.pk,
        service=story.service,
        section_id=content["section_id"],
        translation_key=story.translation_key,
        slug=content["slug"] or slug_for(content["headline"]),
        kicker=content["kicker"],
        headline=content["headline"],
        standfirst=content["standfirst"],
        story_type=content["story_type"],
        urgency=content["urgency"],
        breaking_until=parse_datetime(breaking) if breaking else None,
        published_at=min(story.published_at or revised_at, revised_at),
        revised_at=revised_at,
        card=page.card,
        document=page.document,
    )
    others = PublishedStory.objects.cards().exclude(pk=story.pk)
    versions = others.filter(translation_key=story.translation_key)
    pointed_at = stories_pointed_at(page.document["segments"])
    known = others.filter(pk__in=pointed_at, service=story.service, published_at__lte=at)
    return Group(row, page.document, tuple(versions), related={one.pk: one for one in known})


def own_page(page: Page, story: Story) -> Page:
    foreign = foreign_photos(page.photos, story)
    document, card = own_photos(page.document, page.card, foreign)
    told = page.words["photos"].items()
    words = page.words | {"photos": {key: one for key, one in told if int(key) not in foreign}}
    return replace(page, document=document, card=card, words=words)


def foreign_photos(photos: Iterable[int], story: Story) -> set[int]:
    """Those of other newsrooms."""
    ours = Q(newsroom=None) | Q(newsroom=story.service.newsroom_id)
    others = Photo.objects.filter(pk__in=list(photos)).exclude(ours)
    return set(others.values_list("pk", flat=True))


def own_photos(document: Document, card: Document, foreign: set[int]) -> tuple[Document, Document]:
    """Without ``foreign`` photos: what stands against publishing them hides them, too."""

    def kept(photos: Iterable[Document | None]) -> list[Document]:
        return [one for one in photos if one and one.get("photo") not in foreign]

    shown = {
        "segments": kept(document["segments"]),
        "gallery": kept(document["gallery"]),
        "lead": next(iter(kept([document["lead"]])), None),
    }
    return document | shown, card | {"lead": next(iter(kept([card["lead"]])), None)}


def group_of_version(story: Story, version: StoryVersion, at: datetime) -> Group:
    return group_from(story, version.content, at=at, revised_at=_revised_at(version))


def _revised_at(version: StoryVersion) -> datetime:
    """When its text went on air: a mended credit made a version, but no news of it."""
    if version.kind != VersionKind.PUBLISHED:
        return version.created_at
    published = StoryVersion.objects.filter(
        story=version.story_id, kind=VersionKind.PUBLISHED, number__lte=version.number
    )
    others = published.exclude(content_hash=version.content_hash)
    last = others.order_by("-number").values_list("number", flat=True).first() or 0
    first = published.filter(number__gt=last).order_by("number")
    return first.values_list("created_at", flat=True).first() or version.created_at


def is_killed(story: Story) -> bool:
    return PublishedStory.objects.filter(story=story, pub_status=PubStatus.CANCELED).exists()
