"""Correction: what readers are told about an error, or about what is new in a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import CorrectionKind


class Correction(models.Model):
    story = models.ForeignKey(
        "articles.Story", on_delete=models.CASCADE, related_name="corrections"
    )
    kind = models.CharField(
        max_length=20, choices=CorrectionKind, default=CorrectionKind.CORRECTION
    )
    text = models.TextField(_("text for readers"), max_length=2000)
    corrected_at = models.DateTimeField()

    class Meta:
        ordering = ["story", "corrected_at", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"
