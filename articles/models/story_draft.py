"""StoryDraft and StoryPresence: what is typed and not saved, and who sits at which form."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class StoryDraft(models.Model):
    """What one person typed into one form and has not saved; gone as soon as it is saved.

    ``page`` is the form's own number, new each time a form is opened: two tabs of one person never
    write over each other. ``fields`` are names and values as a browser posts them.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="story_drafts"
    )
    story = models.ForeignKey(
        "articles.Story", on_delete=models.CASCADE, null=True, related_name="drafts",
        help_text="Null: a story that was never saved.",
    )  # fmt: skip
    page = models.CharField(max_length=40)
    base = models.PositiveIntegerField(default=0, help_text="The newest version when it was opened")
    stamp = models.CharField(max_length=40, blank=True, help_text="Last change then known")
    fields = models.JSONField(default=dict)
    touched = models.JSONField(default=list, help_text="Names of the fields that were changed")
    kept_at = models.DateTimeField()
    is_saved = models.BooleanField(
        default=False, help_text="Empty, and stays so: what comes late from this form is old."
    )

    class Meta:
        ordering = ["-kept_at"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="draft_once_a_page")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.headline[:80]}"

    @property
    def headline(self) -> str:
        return next(iter(self.fields.get("headline", ())), "")


class StoryPresence(models.Model):
    """One open form. Who closes it, or goes home, is not here any more after ``here_until``."""

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    page = models.CharField(max_length=40)
    has_unsaved = models.BooleanField(default=False)
    here_until = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "page"], name="presence_once_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.story_id}"
