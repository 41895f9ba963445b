"""CacheLedger: which cache tags a committed change touched, in order."""

from __future__ import annotations

from django.db import models


class CacheLedger(models.Model):
    """Each cache reads on from its own position (the ``id`` it has seen)."""

    tags = models.JSONField()
    # Not to be shown to anybody any more, not even while the origin is down.
    is_hard = models.BooleanField(default=False)
    happened_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        default_permissions = ("view",)
        verbose_name_plural = "cache ledger"

    def __str__(self) -> str:
        return f"{self.pk}: {' '.join(self.tags)}"
