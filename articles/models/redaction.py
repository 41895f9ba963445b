"""Redaction: what is to leave every version of a story, asked for by one and done by another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Redaction(models.Model):
    """Once it is done, or declined, what was to leave is forgotten here, too."""

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="redactions")
    passages = models.JSONField(_("passages"), default=list, blank=True)
    photo = models.ForeignKey(
        "articles.Photo", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    instead = models.CharField(_("in its place"), max_length=80, default="█████", blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_by_name = models.CharField(max_length=160)
    asked_at = models.DateTimeField()
    decided_by_name = models.CharField(max_length=160, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["story"],
                name="one_open_redaction",
                condition=models.Q(decided_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"redaction {self.pk} of story {self.story_id}"
