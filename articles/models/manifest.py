"""NoticeManifest: the hash-chained, append-only record of which law applied from when on."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows are added and read; there is no way to change one or to take one away."""

    def update(self, **_fields: Any) -> NoReturn:
        raise TypeError("What the manifest says is never changed.")

    def delete(self) -> NoReturn:
        raise TypeError("What the manifest says is never deleted.")


class AppendOnly(models.Model):
    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **_options: Any) -> None:
        """Always a new row: saving an old one is refused by the database."""
        super().save(force_insert=True)

    def delete(self, *_args: Any, **_options: Any) -> NoReturn:
        raise TypeError("What the manifest says is never deleted.")


class AtlasEdition(AppendOnly):
    """The whole atlas as data, once per content: what "lies in" meant at a time."""

    content = models.JSONField()
    content_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.content_hash[:12]


class NoticeManifest(AppendOnly):
    """One entry for every change of the law: all that is needed to replay it.

    ``content`` names the notice versions with their hashes and, for each span of time until the
    next known boundary, which versions apply in which zone and service. ``entry_hash`` covers the
    number, the time, the cause, the content, the atlas and the hash of the entry before.
    """

    number = models.PositiveBigIntegerField(unique=True)
    happened_at = models.DateTimeField()
    cause = models.CharField(max_length=200)
    content = models.JSONField()
    atlas = models.ForeignKey(AtlasEdition, on_delete=models.PROTECT, related_name="+")
    previous_hash = models.CharField(max_length=64)
    entry_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-number"]
        default_permissions = ("view",)
        verbose_name_plural = "notice manifest"
        indexes = [models.Index(fields=["-happened_at"])]

    def __str__(self) -> str:
        return f"{self.number}: {self.cause}"
