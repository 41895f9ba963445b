"""Front: what editors arrange for a service's front or a section's, and what they had before."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import VersionKind


class Front(models.Model):
    """``draft`` is a list of slots (publishing/front_slots.py). Readers see nothing of it.

    ``edits`` counts its changes: whoever saves says which state of it was seen.
    """

    service = models.ForeignKey(
        "articles.LanguageService", on_delete=models.PROTECT, related_name="fronts"
    )
    section = models.OneToOneField(
        "articles.Section", on_delete=models.PROTECT, null=True, blank=True, related_name="front"
    )
    draft = models.JSONField(default=list, blank=True)
    edits = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    changed_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["service", "section__position", "id"]
        verbose_name = _("front")
        verbose_name_plural = _("fronts")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["service"], name="one_front_per_service", condition=Q(section=None)
            )
        ]

    def __str__(self) -> str:
        return self.section.name if self.section else self.service.name


class FrontVersion(models.Model):
    """Immutable: what was on air, or a draft that somebody else's would have replaced."""

    front = models.ForeignKey(Front, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=VersionKind)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    reason = models.CharField(max_length=500, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=160)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["front", "number"], name="front_version_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.front_id} v{self.number}"
