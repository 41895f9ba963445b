"""BreakingAlert: the strip on top of a service's pages, with its expiry."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import AlertLabel


class BreakingAlertQuerySet(models.QuerySet["BreakingAlert"]):
    def up(self, now: datetime) -> BreakingAlertQuerySet:
        """Not stood down, and not over; the newest first."""
        return self.filter(stood_down_at=None, until__gt=now).order_by("-raised_at", "-id")


class BreakingAlert(models.Model):
    """One row for each service in which it is raised; ``key`` is the same in all of them.

    Without ``text`` it says the headline of its story, whatever that is corrected to.
    """

    key = models.UUIDField()
    service = models.ForeignKey(
        "articles.LanguageService", on_delete=models.PROTECT, related_name="alerts"
    )
    label = models.CharField(max_length=10, choices=AlertLabel, default=AlertLabel.BREAKING)
    text = models.CharField(max_length=250, blank=True)
    story = models.ForeignKey(
        "articles.Story", on_delete=models.PROTECT, null=True, related_name="alerts"
    )
    raised_at = models.DateTimeField()
    until = models.DateTimeField()
    stood_down_at = models.DateTimeField(null=True)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    raised_by_name = models.CharField(max_length=160)

    objects = BreakingAlertQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "-id"]
        verbose_name = _("breaking alert")
        verbose_name_plural = _("breaking alerts")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["key", "service"], name="alert_once_per_service"),
            models.CheckConstraint(
                name="alert_says_something", condition=~Q(text="") | Q(story__isnull=False)
            ),
            models.CheckConstraint(
                name="alert_ends_after_its_start", condition=Q(until__gt=F("raised_at"))
            ),
        ]
        indexes = [models.Index(fields=["until"], name="alert_up", condition=Q(stood_down_at=None))]

    def __str__(self) -> str:
        return self.text or f"story {self.story_id}"
