"""PublishedStory: what is on air, the one row that the public site reads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.base import ModelState

from articles.models.card_field import CardField
from articles.models.listed import ListedQuerySet
from articles.models.on_air import OnAirQuerySet
from articles.vocabularies import PubStatus, StoryType

LEADING_FOR = timedelta(hours=36)
LEAST_URGENT = 10


class PublishedStoryQuerySet(OnAirQuerySet["PublishedStory"]):
    """The vocabulary of reading, over the rows below."""


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
