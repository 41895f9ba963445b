"""PublishedFront: the curated front that readers see, one row that the public site reads."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class PublishedFront(models.Model):
    """Written only by the verbs in ``publishing``. A front without a row is made of recency.

    ``document`` holds the cards in their order; ``leads`` the first of them, so that the page of
    all services need not read whole fronts.
    """

    front = models.OneToOneField(
        "articles.Front", on_delete=models.PROTECT, primary_key=True, related_name="on_air"
    )
    version = models.ForeignKey("articles.FrontVersion", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(
        "articles.LanguageService", on_delete=models.PROTECT, related_name="published_fronts"
    )
    section = models.ForeignKey(
        "articles.Section", on_delete=models.PROTECT, null=True, related_name="published_fronts"
    )
    document = models.JSONField(default=dict)
    leads = models.JSONField(default=list)
    renewed_at = models.DateTimeField()

    class Meta:
        ordering = ["front"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"front {self.front_id} on air"


class Placement(models.Model):
    """Which stories stand on a curated front, as a card or as a link under one."""

    on_air = models.ForeignKey(PublishedFront, on_delete=models.CASCADE, related_name="placements")
    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="placements")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["on_air", "position"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["on_air", "story"], name="story_once_on_a_front")
        ]

    def __str__(self) -> str:
        return f"story {self.story_id} on front {self.on_air_id}"


class FrontPhoto(models.Model):
    """Photos that editors chose for a card, and when rights change what is seen of them.

    As ``PublishedPhoto``: a killed photo has no row.
    """

    on_air = models.ForeignKey(
        PublishedFront, on_delete=models.CASCADE, related_name="shown_photos"
    )
    photo = models.ForeignKey(
        "articles.Photo", on_delete=models.PROTECT, related_name="shown_on_fronts"
    )
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["on_air", "photo"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["on_air", "photo"], name="photo_once_on_a_front")
        ]
        indexes = [
            models.Index(
                fields=["until"], name="front_photo_until", condition=Q(until__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"photo {self.photo_id} on front {self.on_air_id}"
