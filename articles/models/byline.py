"""Byline: one credit of a contributor in a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import CreditRole


class Byline(models.Model):
    story = models.ForeignKey(
        "articles.Story", verbose_name=_("story"), on_delete=models.CASCADE, related_name="bylines"
    )
    contributor = models.ForeignKey(
        "articles.Contributor",
        verbose_name=_("contributor"),
        on_delete=models.PROTECT,
        related_name="bylines",
    )
    role = models.CharField(_("role"), max_length=20, choices=CreditRole, default=CreditRole.AUTHOR)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["story", "position", "id"]
        verbose_name = _("credit")
        verbose_name_plural = _("byline")
        constraints = [
            models.UniqueConstraint(
                fields=["story", "contributor", "role"], name="one_credit_per_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.contributor} ({self.get_role_display()})"
