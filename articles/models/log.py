"""EditorialLog: who did which verb to what, when and why. Append-only."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from articles.vocabularies import Verb


class EditorialLog(models.Model):
    verb = models.CharField(max_length=20, choices=Verb)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    actor_name = models.CharField(max_length=160)
    noun = models.CharField(max_length=20, help_text="Model name: story, legalnotice, photo.")
    noun_id = models.BigIntegerField()
    service = models.ForeignKey(
        "articles.LanguageService", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    details = models.JSONField(default=dict)
    happened_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        default_permissions = ("view",)
        verbose_name_plural = "editorial log"
        indexes = [
            models.Index(fields=["noun", "noun_id", "-id"]),
            models.Index(fields=["-happened_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.get_verb_display()} {self.noun} {self.noun_id}"
