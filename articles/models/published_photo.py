"""PublishedPhoto: which photos belong to what is on air, and when rights change what is seen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class PublishedPhoto(models.Model):
    """Written with the story's public row; ``until`` is null where no change is known.

    ``until`` is the moment at which a photo that is seen may be seen no more, or at which one whose
    rights are over (caption and credit alone stand in its place) may be seen again. A killed photo
    has no row.
    """

    on_air = models.ForeignKey(
        "articles.PublishedStory", on_delete=models.CASCADE, related_name="shown_photos"
    )
    photo = models.ForeignKey("articles.Photo", on_delete=models.PROTECT, related_name="shown_in")
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["on_air", "photo"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["on_air", "photo"], name="photo_shown_once_per_story")
        ]
        indexes = [
            models.Index(
                fields=["until"], name="photo_shown_until", condition=Q(until__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"photo {self.photo_id} in {self.on_air_id}"
