"""What is on air, as readers ask for it: the lists of the public site and the stories near one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import Case, F, Max, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from articles.models.listed import PublishedPointer, PublishedTopic
from articles.models.service import LanguageService
from articles.vocabularies import PubStatus

# What a page of its own needs and a list does not.
HEAVY = ("document",)
EVER = datetime.min.replace(tzinfo=UTC)

# The row itself comes after this file: it says which of these it is asked by.
Row = TypeVar("Row", bound=models.Model)


class OnAirQuerySet(models.QuerySet[Row]):
    """The vocabulary of reading: every public list starts here."""

    def on_air(self) -> Self:
        return self.filter(pub_status=PubStatus.USABLE)

    def cards(self) -> Self:
        """For lists: without the document that only a story page needs."""
        return self.on_air().defer(*HEAVY)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-story_id")

    def before(self, moment: datetime, story_id: int) -> Self:
        """The page after this key in ``newest_first`` order (paged by key, not by offset)."""
        return self.filter(
            Q(published_at__lt=moment) | Q(published_at=moment, story_id__lt=story_id)
        )

    def page(self, key: tuple[datetime, int] | None, many: int) -> list[Row]:
        """So many of the newest; with a ``key``, of those after it."""
        rest = self.before(*key) if key else self
        return list(rest.newest_first()[:many])

    def breaking(self, now: datetime) -> Self:
        return self.on_air().filter(breaking_until__gt=now)

    def leader_of_each_service(
        self, now: datetime, since: datetime, also: Collection[int] = ()
    ) -> Self:
        """Breaking first, then the most urgent ``since``, then the newest; and stories ``also``.

        Each is looked up in an index: what is older than that is never ranked.
        """
        own = self.model._default_manager.filter(
            service=OuterRef("pk"), pub_status=PubStatus.USABLE
        )
        newest = own.order_by("-published_at", "-story_id")
        urgent = own.order_by("urgency", "-published_at", "-story_id")
        # Plus nothing: else the index of all stories of a service is walked for the few of these.
        breaking = self.breaking(now).alias(of=F("service_id") + 0).filter(of=OuterRef("pk"))
        leader = Coalesce(
            Subquery(breaking.newest_first().values("pk")[:1]),
            Subquery(urgent.filter(published_at__gt=since).values("pk")[:1]),
            Subquery(newest.values("pk")[:1]),
        )
        services = LanguageService.objects.annotate(leader=leader).values("leader")
        return self.cards().filter(Q(pk__in=services) | Q(pk__in=also))

    def near(self, story_id: int, most: int) -> Self:
        """The newest of the story's service that are on any of its topics.

        However many a topic has: since its ``most`` newest, all topics together have few.
        """
        about = PublishedTopic.objects
        mine = about.filter(on_air=story_id)
        alike = about.filter(topic=OuterRef("topic"), service=OuterRef("service"))
        latest = alike.newest_first().values("published_at")[most : most + 1]
        since = mine.values("on_air").annotate(since=Max(Subquery(latest))).values("since")
        newest = about.filter(
            topic__in=mine.values("topic"),
            service=Subquery(mine.values("service")[:1]),
            published_at__gte=Coalesce(Subquery(since), EVER),
        )
        found = self.on_air().filter(pk__in=newest.values("on_air"))
        return found.exclude(story_id=story_id).newest_first()[:most]

    def with_others(self, story_id: int, near: int) -> Self:
        """The story, its other language versions, what its text points at, and so many ``near``
        it, in one query.

        Only the asked one carries its document (``asked_document``), so that a story page costs
        one query whatever the number of languages.
        """
        every = type(self)(self.model)
        group = every.filter(story_id=story_id).values("translation_key")
        pointed_at = PublishedPointer.objects.filter(on_air=story_id).values("story_id")
        return (
            self.filter(
                Q(story_id=story_id)
                | Q(translation_key__in=group, pub_status=PubStatus.USABLE)
                | Q(story_id__in=pointed_at, pub_status=PubStatus.USABLE)
                | Q(story_id__in=every.near(story_id, near).values("story_id"))
            )
            .annotate(
                asked_document=Case(When(story_id=story_id, then=F("document")), default=None)
            )
            .defer(*HEAVY)
        )
