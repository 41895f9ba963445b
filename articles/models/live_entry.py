"""LiveEntry: one entry of live coverage as the desk has it; readers see ``PublishedEntry``."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import EntryStatus


class LiveEntry(models.Model):
    """A draft until it is posted. What is on air is changed by verbs alone, which put the change
    on air with it: there is never an unpublished change of an entry that readers have.

    ``text`` is as typed, with its few marks (text/marked.py). ``key`` is new for each form that is
    opened: the same one twice is one entry. ``number`` counts changes: who saves what another has
    changed meanwhile is told.
    """

    story = models.ForeignKey(
        "articles.Story", on_delete=models.PROTECT, related_name="live_entries"
    )
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    status = models.CharField(
        max_length=10, choices=EntryStatus, default=EntryStatus.DRAFT, editable=False
    )
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)
    photo = models.ForeignKey(
        "articles.Photo",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="live_entries",
    )
    contributor = models.ForeignKey(
        "articles.Contributor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="live_entries",
        help_text=_("Who is named; empty: nobody."),
    )
    is_key_event = models.BooleanField(_("key event"), default=False)
    is_pinned = models.BooleanField(_("pinned"), default=False)
    correction = models.CharField(max_length=500, blank=True, help_text=_("Readers see it."))
    corrected_at = models.DateTimeField(null=True, editable=False)
    removal_note = models.CharField(max_length=300, blank=True, help_text=_("Readers see it."))
    posted_at = models.DateTimeField(null=True, editable=False)
    changed_at = models.DateTimeField(editable=False)
    number = models.PositiveIntegerField(default=0, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    written_by_name = models.CharField(max_length=160, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    changed_by_name = models.CharField(max_length=160, editable=False)

    class Meta:
        ordering = ["-posted_at", "-id"]
        default_permissions = ("view",)
        verbose_name_plural = _("live entries")
        indexes = [
            models.Index(fields=["story", "status", "-posted_at", "-id"], name="live_entry_desk"),
        ]

    def __str__(self) -> str:
        return self.headline or f"entry {self.pk}"


class LiveEntryVersion(models.Model):
    """What an entry said, each time it was saved. Written once, and never changed."""

    entry = models.ForeignKey(LiveEntry, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=EntryStatus)
    content = models.JSONField()
    author_name = models.CharField(max_length=160)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["entry", "-number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="entry_version_once")
        ]

    def __str__(self) -> str:
        return f"entry {self.entry_id} v{self.number}"
