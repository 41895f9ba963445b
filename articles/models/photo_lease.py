"""PhotoLease: from when to when, and for which service, a photo may or may not be used."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.photo import Photo
from articles.vocabularies import LeaseKind


class PhotoLease(models.Model):
    """A photo with allowing leases may be used within one of them only; a denying one always wins.

    Without a service it holds for all of them; without a start or end it has none.
    """

    photo = models.ForeignKey(
        Photo, verbose_name=_("photo"), on_delete=models.CASCADE, related_name="leases"
    )
    kind = models.CharField(_("kind"), max_length=6, choices=LeaseKind, default=LeaseKind.ALLOW)
    service = models.ForeignKey(
        "articles.LanguageService",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("service"),
        related_name="photo_leases",
        help_text=_("Empty: every service."),
    )
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["photo", "id"]
        verbose_name = _("lease of a photo")
        verbose_name_plural = _("leases of photos")
        constraints = [
            models.CheckConstraint(
                name="lease_ends_after_its_start",
                condition=models.Q(starts_at=None)
                | models.Q(ends_at=None)
                | models.Q(ends_at__gt=models.F("starts_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.photo_id}: {self.get_kind_display()}"
