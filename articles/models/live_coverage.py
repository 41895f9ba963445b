"""LiveCoverage: that a live story was ended by its editors, and when."""

from __future__ import annotations

from django.db import models


class LiveCoverage(models.Model):
    """Beside the story, for its text may change and go on air again; no row: it goes on."""

    story = models.OneToOneField(
        "articles.Story", on_delete=models.CASCADE, primary_key=True, related_name="coverage"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["story"]
        default_permissions = ("view",)
        verbose_name_plural = "live coverage"

    def __str__(self) -> str:
        return f"coverage of {self.story_id}"
