"""In which lists a story on air stands: topics and authors, with the key that lists are paged by.

Service and time are those of the story, repeated, so that one index gives the newest of a topic
however many it has.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q


class ListedQuerySet(models.QuerySet[Any]):
    def newest_first(self) -> ListedQuerySet:
        return self.order_by("-published_at", "-on_air_id")

    def before(self, moment: datetime, story_id: int) -> ListedQuerySet:
        return self.filter(
            Q(published_at__lt=moment) | Q(published_at=moment, on_air_id__lt=story_id)
        )


class Listed(models.Model):
    """Written with the story that is on air, by ``publishing`` alone."""

    on_air = models.ForeignKey("articles.PublishedStory", on_delete=models.CASCADE)
    service = models.ForeignKey(
        "articles.LanguageService", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    published_at = models.DateTimeField()

    objects = ListedQuerySet.as_manager()

    class Meta:
        abstract = True


class PublishedPointer(models.Model):
    """A story's text points at another ("Read also"), which may not be on air.

    Repeated from its document, so that one query brings the story and what it points at.
    """

    on_air = models.ForeignKey(
        "articles.PublishedStory", on_delete=models.CASCADE, related_name="pointers", db_index=False
    )
    story_id = models.PositiveBigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["on_air", "story_id"], name="published_pointer_once")
        ]

    def __str__(self) -> str:
        return f"{self.on_air_id} points at {self.story_id}"


class PublishedTopic(Listed):
    topic = models.ForeignKey(
        "articles.Topic", on_delete=models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["on_air", "topic"], name="published_topic_once")
        ]
        indexes = [
            models.Index(
                fields=["topic", "service", "-published_at", "-on_air"], name="newest_of_topic"
            )
        ]

    def __str__(self) -> str:
        return f"{self.on_air_id} is about {self.topic_id}"


class PublishedContributor(Listed):
    contributor = models.ForeignKey(
        "articles.Contributor", on_delete=models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["on_air", "contributor"], name="published_contributor_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["contributor", "service", "-published_at", "-on_air"],
                name="newest_of_author",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on_air_id} is by {self.contributor_id}"
