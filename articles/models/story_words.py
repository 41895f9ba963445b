"""StoryWords: by which words the desk finds a story, in the normal form of text/terms.py."""

from __future__ import annotations

from django.db import models


class StoryWords(models.Model):
    """Of the working copy. How databases look it up is told in docs/adr/0012-search.md."""

    story = models.OneToOneField(
        "articles.Story", on_delete=models.CASCADE, primary_key=True, related_name="search_words"
    )
    words = models.TextField()

    class Meta:
        default_permissions = ()
        verbose_name_plural = "story words"

    def __str__(self) -> str:
        return f"the words of working copy {self.story_id}"
