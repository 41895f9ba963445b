"""Announcement: what one member of staff is told about a story, at the desk and perhaps by mail."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import AnnouncementKind


class Announcement(models.Model):
    """Written in the verb's own transaction; ``mail_at``: when the worker tries to mail it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="announcements"
    )
    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=AnnouncementKind)
    text = models.CharField(_("text"), max_length=500, blank=True)
    by_name = models.CharField(max_length=160)
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    mail_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-made_at", "-id"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["user", "-made_at"],
                name="announcement_unseen",
                condition=models.Q(seen_at__isnull=True),
            ),
            models.Index(
                fields=["mail_at"],
                name="announcement_to_mail",
                condition=models.Q(mail_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.story_id}"
