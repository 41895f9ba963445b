"""StoryVersion: an immutable snapshot of the working copy."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import VersionKind


class StoryVersion(models.Model):
    """Written once by ``publishing.record``; nothing updates or deletes it but ``redact``.

    ``name`` is a label that people stick on it, and no part of what it holds.
    """

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=VersionKind)
    content = models.JSONField(help_text=_("The working copy as data; see publishing.snapshot."))
    content_hash = models.CharField(max_length=64)
    name = models.CharField(_("name"), max_length=120, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=160)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["story", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="version_number_once")
        ]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.story_id} v{self.number} ({self.get_kind_display()})"
