"""StorySchedule: what goes on air by itself, and when."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StorySchedule(models.Model):
    """One frozen version of a story and its moment; removed when it is done or called off.

    ``failure`` says why it could not be published when it was due; it is tried again at ``try_at``.
    """

    story = models.OneToOneField(
        "articles.Story", on_delete=models.CASCADE, primary_key=True, related_name="schedule"
    )
    version = models.ForeignKey("articles.StoryVersion", on_delete=models.PROTECT, related_name="+")
    approved_hash = models.CharField(
        max_length=64, blank=True, help_text="Of the content, if it was approved when scheduled."
    )
    publish_at = models.DateTimeField(_("goes on air"))
    try_at = models.DateTimeField(db_index=True)
    failure = models.TextField(blank=True)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    scheduled_by_name = models.CharField(max_length=160)

    class Meta:
        ordering = ["publish_at"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.story_id} v{self.version_id} at {self.publish_at:%Y-%m-%d %H:%M} UTC"
