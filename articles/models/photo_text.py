"""PhotoText: the words of a photo per language."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.photo import Photo


class PhotoText(models.Model):
    """Caption and alternative text in one language; decorative photos have no alt text."""

    photo = models.ForeignKey(
        Photo, verbose_name=_("photo"), on_delete=models.CASCADE, related_name="texts"
    )
    language = models.CharField(_("language"), max_length=20)
    caption = models.CharField(_("caption"), max_length=1000, blank=True)
    alt_text = models.CharField(
        _("alt text"),
        max_length=1000,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it. Not the caption again."),
    )

    class Meta:
        ordering = ["photo", "language"]
        verbose_name = _("words of a photo")
        verbose_name_plural = _("words of photos")
        constraints = [
            models.UniqueConstraint(fields=["photo", "language"], name="photo_text_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.photo_id}/{self.language}: {self.alt_text[:60]}"
