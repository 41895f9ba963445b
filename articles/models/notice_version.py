"""NoticeVersion: an immutable, proposed or approved wording of a legal notice."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q


class NoticeVersionQuerySet(models.QuerySet["NoticeVersion"]):
    def in_force(self) -> NoticeVersionQuerySet:
        """Approved, neither superseded nor retired: at most one version per notice."""
        return self.filter(approved_at__isnull=False, retired_at__isnull=True)

    def awaiting_review(self) -> NoticeVersionQuerySet:
        """In force on one person's word alone."""
        return self.in_force().exclude(emergency_reason="").filter(reviewed_at__isnull=True)

    def not_over(self, now: datetime) -> NoticeVersionQuerySet:
        return self.in_force().filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now))


class NoticeVersion(models.Model):
    """``content`` is the whole notice as data (see ``publishing.notice_snapshot``); never updated.

    Approval binds to ``content_hash``: changed text is unapproved text. Only ``approved_*``,
    ``emergency_reason``, ``reviewed_*`` and ``retired_at`` are filled in later, once each. With an
    ``emergency_reason`` one person approved the own proposal; a second one must review that.
    """

    notice = models.ForeignKey(
        "articles.LegalNotice", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    emergency_reason = models.CharField(max_length=500, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)

    objects = NoticeVersionQuerySet.as_manager()

    class Meta:
        ordering = ["notice", "-number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["notice", "number"], name="notice_version_once"),
            models.UniqueConstraint(
                fields=["notice"],
                condition=Q(approved_at__isnull=False, retired_at__isnull=True),
                name="one_notice_version_in_force",
            ),
            models.CheckConstraint(
                name="four_eyes",
                condition=Q(approved_by__isnull=True)
                | Q(proposed_by__isnull=True)
                | ~Q(approved_by=models.F("proposed_by"))
                | ~Q(emergency_reason=""),
            ),
            models.CheckConstraint(
                name="reviewed_by_somebody_else",
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=models.F("approved_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice} v{self.number}"
