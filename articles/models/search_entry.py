"""SearchEntry: the words by which a story on air is found, in the normal form of text/terms.py."""

from __future__ import annotations

from django.db import models

from articles.models.listed import ListedQuerySet


class SearchEntry(models.Model):
    """Goes with its story. How databases look it up is told in docs/adr/0012-search.md.

    Service and time repeat the story's: a search reads its newest from one index.
    """

    on_air = models.OneToOneField(
        "articles.PublishedStory",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="search_entry",
    )
    service = models.ForeignKey(
        "articles.LanguageService", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    published_at = models.DateTimeField()
    words = models.TextField()

    objects = ListedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name_plural = "search entries"
        indexes = [
            models.Index(fields=["service", "-published_at", "-on_air"], name="search_newest")
        ]

    def __str__(self) -> str:
        return f"the words of story {self.on_air_id}"
