"""PreviewLink: a secret address at which somebody without a log-in reads what is not published."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PreviewLink(models.Model):
    """The token itself is nowhere: only its hash. Without ``version`` it shows what is saved."""

    story = models.ForeignKey(
        "articles.Story", on_delete=models.CASCADE, related_name="preview_links"
    )
    version = models.ForeignKey(
        "articles.StoryVersion", on_delete=models.PROTECT, null=True, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    for_whom = models.CharField(_("for whom"), max_length=120, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_by_name = models.CharField(max_length=160)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["story", "-id"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.story_id} until {self.expires_at:%Y-%m-%d %H:%M} UTC"
