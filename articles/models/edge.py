"""EdgePosition: up to where in the ledger an outside cache has accepted what it was told."""

from __future__ import annotations

from django.db import models


class EdgePosition(models.Model):
    """One row for each edge that is, or was, configured (``EDGE``).

    ``repeated`` is the position up to which everything was said a second time: for pages that were
    on their way to the edge when it heard of the change.
    """

    name = models.CharField(max_length=300, unique=True)
    position = models.BigIntegerField(default=0)
    repeated = models.BigIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    last_try_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.name} at {self.position}"
