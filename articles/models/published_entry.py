"""PublishedEntry: an entry of live coverage as readers have it."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q, QuerySet

from articles.models.published import PublishedStory

PAGE = 20
# Beside the newest: what is pinned, and the list of key events on top.
MOST_PINNED, MOST_KEY_EVENTS = 5, 20
# What a page that is open hears of besides the newest: corrected and removed since.
MOST_CHANGED = 20


class PublishedEntryQuerySet(QuerySet["PublishedEntry"]):
    def of(self, story_id: int) -> PublishedEntryQuerySet:
        return self.filter(on_air_id=story_id)

    def newest_first(self) -> PublishedEntryQuerySet:
        return self.order_by("-posted_at", "-entry_id")

    def before(self, moment: datetime, entry_id: int) -> PublishedEntryQuerySet:
        """The page after this key (paged by key, not by offset)."""
        return self.filter(Q(posted_at__lt=moment) | Q(posted_at=moment, entry_id__lt=entry_id))

    def seen(self) -> PublishedEntryQuerySet:
        """With those of which readers are told that they were removed."""
        return self.filter(is_silent=False)

    def first_page(self, story_id: int, *, changed: bool = False) -> PublishedEntryQuerySet:
        """The newest (one more than a page holds), what is pinned, the key events; one query.

        ``changed``: and what was changed or removed last, silently or not.
        """
        mine = self.of(story_id)
        seen = mine.seen().newest_first()
        wanted = [
            seen[: PAGE + 1],
            seen.filter(is_pinned=True)[:MOST_PINNED],
            seen.filter(is_key_event=True)[:MOST_KEY_EVENTS],
        ]
        if changed:
            others = mine.exclude(pk__in=wanted[0].values("pk"))
            wanted.append(others.order_by("-changed_at", "-entry_id")[:MOST_CHANGED])
        found = Q()
        for rows in wanted:
            found |= Q(pk__in=rows.values("pk"))
        return self.filter(found).newest_first()


class PublishedEntry(models.Model):
    """Written only by the verbs. ``document`` holds all that readers see, names and photo resolved.

    A removed entry keeps an emptied row, so that pages that are open hear of it and its address
    answers 410; ``is_silent`` when readers are not even told that something stood there.
    """

    entry = models.OneToOneField(
        "articles.LiveEntry", on_delete=models.PROTECT, primary_key=True, related_name="on_air"
    )
    on_air = models.ForeignKey(PublishedStory, on_delete=models.CASCADE, related_name="entries")
    posted_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    is_key_event = models.BooleanField(default=False)
    is_pinned = models.BooleanField(default=False)
    is_removed = models.BooleanField(default=False)
    is_silent = models.BooleanField(default=False)
    document = models.JSONField(default=dict)

    objects = PublishedEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-posted_at", "-entry_id"]
        default_permissions = ("view",)
        verbose_name_plural = "published entries"
        indexes = [
            models.Index(fields=["on_air", "-posted_at", "-entry"], name="published_entry_page"),
            models.Index(fields=["on_air", "-changed_at"], name="published_entry_changed"),
            models.Index(
                fields=["on_air", "-posted_at"],
                name="published_entry_pinned",
                condition=Q(is_pinned=True),
            ),
            models.Index(
                fields=["on_air", "-posted_at"],
                name="published_entry_key",
                condition=Q(is_key_event=True),
            ),
        ]

    def __str__(self) -> str:
        return f"entry {self.entry_id} on air"
