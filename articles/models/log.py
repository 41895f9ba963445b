"""EditorialLog: who did which verb to what, when and why. Append-only."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import Verb


class EditorialLog(models.Model):
    verb = models.CharField(_("what was done"), max_length=20, choices=Verb)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    actor_name = models.CharField(_("who"), max_length=160)
    noun = models.CharField(_("to what"), max_length=20)
    noun_id = models.BigIntegerField(_("its number"))
    service = models.ForeignKey(
        "articles.LanguageService",
        verbose_name=_("service"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    details = models.JSONField(_("details"), default=dict)
    happened_at = models.DateTimeField(_("when"))

    class Meta:
        ordering = ["-id"]
        default_permissions = ("view",)
        verbose_name = _("editorial log entry")
        verbose_name_plural = _("editorial log")
        indexes = [
            models.Index(fields=["noun", "noun_id", "-id"]),
            models.Index(fields=["-happened_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.get_verb_display()} {self.noun} {self.noun_id}"
