"""KeptWords and KeptEntry: what readers had from the library when a version or an entry went out.

The library goes on: captions are mended, people renamed, photos killed. What a page of the past
said must not change with it.
"""

from __future__ import annotations

from django.db import models


class KeptWords(models.Model):
    """Of a published version: captions, alt texts, credits, names. Written once, as the version.

    ``words`` holds ``photos`` by id, ``bylines``, ``publisher`` and ``topics`` as
    publishing/keep_words.py writes them. No file and no address: what may be shown of a photo is
    asked of the library whenever the page is looked at. Versions from before have no row; of the
    one that was on air then, ``bylines`` are missing.
    """

    version = models.OneToOneField(
        "articles.StoryVersion",
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="kept_words",
    )
    words = models.JSONField()

    class Meta:
        default_permissions = ("view",)
        verbose_name_plural = "kept words"

    def __str__(self) -> str:
        return f"words of version {self.version_id}"


class KeptEntry(models.Model):
    """An entry of live coverage as readers had it from ``kept_at`` on, until the next row of it.

    The newest row up to a moment says what stood then; ids grow with time.
    """

    entry = models.ForeignKey("articles.LiveEntry", on_delete=models.PROTECT, related_name="kept")
    kept_at = models.DateTimeField()
    posted_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    is_key_event = models.BooleanField(default=False)
    is_pinned = models.BooleanField(default=False)
    is_removed = models.BooleanField(default=False)
    is_silent = models.BooleanField(default=False)
    document = models.JSONField(default=dict)

    class Meta:
        default_permissions = ("view",)
        verbose_name_plural = "kept entries"

    def __str__(self) -> str:
        return f"entry {self.entry_id} from {self.kept_at:%Y-%m-%d %H:%M}"
