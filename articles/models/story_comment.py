"""StoryComment: what colleagues say of a story while it is being made."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class StoryComment(models.Model):
    """Anchored to a passage by its words (``quote``), so that it survives edits around it; which
    of several with the same words: by what stood before and after it, then by its number.

    ``key``: what was sent, and from which form; the same twice is one comment.
    Settled ones stay: they are part of how the story came to be. Never leaves the desk.
    """

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="comments")
    answers = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="replies"
    )
    key = models.UUIDField(unique=True, null=True, editable=False)
    quote = models.CharField(_("passage"), max_length=300, blank=True)
    words_before = models.CharField(max_length=80, blank=True, db_default="", editable=False)
    words_after = models.CharField(max_length=80, blank=True, db_default="", editable=False)
    occurrence = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    text = models.TextField(_("comment"))
    asks_for_change = models.BooleanField(default=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=160)
    written_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["story", "id"]
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["story"], name="comment_open", condition=Q(settled_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
