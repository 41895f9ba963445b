"""PublishedStory: what is on air, the one row that the public site reads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Case, F, Max, OuterRef, Q, Subquery, When
from django.db.models.base import ModelState
from django.db.models.functions import Coalesce

from articles.models.card_field import CardField
from articles.models.listed import ListedQuerySet
from articles.models.service import LanguageService
from articles.vocabularies import PubStatus, StoryType

# What a page of its own needs and a list does not.
HEAVY = ("document",)
LEADING_FOR = timedelta(hours=36)
LEAST_URGENT = 10
EVER = datetime.min.replace(tzinfo=UTC)


class PublishedStoryQuerySet(models.QuerySet["PublishedStory"]):
    """The vocabulary of reading: every public list starts here."""

    def on_air(self) -> PublishedStoryQuerySet:
        return self.filter(pub_status=PubStatus.USABLE)

    def cards(self) -> PublishedStoryQuerySet:
        """For lists: without the document that only a story page needs."""
        return self.on_air().defer(*HEAVY)

    def newest_first(self) -> PublishedStoryQuerySet:
        return self.order_by("-published_at", "-story_id")

    def before(self, moment: datetime, story_id: int) -> PublishedStoryQuerySet:
        """The page after this key in ``newest_first`` order (paged by key, not by offset)."""
        return self.filter(
            Q(published_at__lt=moment) | Q(published_at=moment, story_id__lt=story_id)
        )

    def page(self, key: tuple[datetime, int] | None, many: int) -> list[PublishedStory]:
        """So many of the newest; with a ``key``, of those after it."""
        rest = self.before(*key) if key else self
        return list(rest.newest_first()[:many])

    def breaking(self, now: datetime) -> PublishedStoryQuerySet:
        return self.on_air().filter(breaking_until__gt=now)

    def leader_of_each_service(
        self, now: datetime, since: datetime, also: Collection[int] = ()
    ) -> PublishedStoryQuerySet:
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

    def near(self, story_id: int, most: int) -> PublishedStoryQuerySet:
        """The newest of the story's service that are on any of its topics.

        However many a topic has: since its ``most`` newest, all topics together have few.
        """
        about = self.model.topics.through._default_manager
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

    def with_others(self, story_id: int, near: int) -> PublishedStoryQuerySet:
        """The story, its other language versions, and so many ``near`` it, in one query.

        Only the asked one carries its document (``asked_document``), so that a story page costs
        one query whatever the number of languages.
        """
        every = PublishedStoryQuerySet(self.model)
        group = every.filter(story_id=story_id).values("translation_key")
        return (
            self.filter(
                Q(story_id=story_id)
                | Q(translation_key__in=group, pub_status=PubStatus.USABLE)
                | Q(story_id__in=every.near(story_id, near).values("story_id"))
            )
            .annotate(
                asked_document=Case(When(story_id=story_id, then=F("document")), default=None)
            )
            .defer(*HEAVY)
        )


class PublishedStory(models.Model):
    """Written only by the verbs in ``publishing``; killed stories keep an emptied row (410)."""

    story = models.OneToOneField(
        "articles.Story", on_delete=models.PROTECT, primary_key=True, related_name="on_air"
    )
    version = models.ForeignKey("articles.StoryVersion", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(
        "articles.LanguageService", on_delete=models.PROTECT, related_name="published"
    )
    section = models.ForeignKey(
        "articles.Section", on_delete=models.PROTECT, null=True, related_name="published"
    )
    topics = models.ManyToManyField(
        "articles.Topic", through="articles.PublishedTopic", related_name="published"
    )
    contributors = models.ManyToManyField(
        "articles.Contributor", through="articles.PublishedContributor", related_name="published"
    )
    translation_key = models.UUIDField()
    pub_status = models.CharField(max_length=10, choices=PubStatus, default=PubStatus.USABLE)
    slug = models.CharField(max_length=80)
    kicker = models.CharField(max_length=80, blank=True)
    headline = models.CharField(max_length=250, blank=True)
    standfirst = models.CharField(max_length=600, blank=True)
    story_type = models.CharField(max_length=20, choices=StoryType)
    urgency = models.PositiveSmallIntegerField()
    breaking_until = models.DateTimeField(null=True)
    published_at = models.DateTimeField()
    local_day = models.DateField(
        null=True, help_text="Of the first publication, by the service's clock; null when killed."
    )
    revised_at = models.DateTimeField()
    killed_at = models.DateTimeField(null=True)
    share_card = models.CharField(
        max_length=60, blank=True, help_text="Name of the public file; empty: none is made (yet)."
    )
    share_card_due_at = models.DateTimeField(
        null=True, help_text="From when on the worker looks whether it has to be made (again)."
    )
    share_card_refused = models.CharField(
        max_length=40, blank=True, default="", db_default="",
        help_text="Why there is none: by which fonts or orders it was refused; empty: not looked.",
    )  # fmt: skip
    card = CardField(default=dict)
    document = models.JSONField(default=dict)

    objects = PublishedStoryQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-story_id"]
        verbose_name_plural = "published stories"
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["service", "pub_status", "-published_at", "-story"], name="published_front"
            ),
            models.Index(
                fields=["section", "pub_status", "-published_at", "-story"],
                name="published_section",
            ),
            models.Index(
                fields=["service", "pub_status", "local_day", "-published_at", "-story"],
                name="published_archive",
            ),
            models.Index(fields=["translation_key"], name="published_translations"),
            models.Index(
                fields=["breaking_until"],
                name="published_breaking",
                condition=Q(breaking_until__isnull=False),
            ),
            models.Index(
                fields=["share_card_due_at"],
                name="published_card_due",
                condition=Q(share_card_due_at__isnull=False),
            ),
            models.Index(
                fields=["share_card_refused", "-published_at", "-story"],
                name="published_card_missing",
                condition=Q(pub_status="usable", share_card="", share_card_due_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or f"killed story {self.story_id}"

    @classmethod
    def from_db(
        cls,
        db: str | None,
        field_names: Collection[str],
        values: Collection[Any],
        **_more: Any,  # what later Djangos say besides
    ) -> Self:
        """As Django does, without looking at each field: a front reads fifty of these."""
        row = cls.__new__(cls)
        row._state = ModelState()
        row._state.db, row._state.adding = db, False
        row.__dict__.update(zip(field_names, values, strict=True))
        return row


@dataclass(frozen=True)
class ListedStories:
    """Stories in the order of a list's own rows: of a topic, or of an author."""

    stories: PublishedStoryQuerySet
    rows: ListedQuerySet

    def page(self, key: tuple[datetime, int] | None, many: int) -> list[PublishedStory]:
        """As ``PublishedStoryQuerySet.page``; one query."""
        rest = self.rows.before(*key) if key else self.rows
        newest = rest.newest_first().values("on_air_id")[:many]
        return list(self.stories.filter(pk__in=newest).newest_first())
