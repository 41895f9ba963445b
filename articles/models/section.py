"""Section: a part of one service's site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.Model):
    service = models.ForeignKey(
        "articles.LanguageService",
        verbose_name=_("service"),
        on_delete=models.PROTECT,
        related_name="sections",
    )
    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=100)

    class Meta:
        ordering = ["service", "position", "slug"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [
            models.UniqueConstraint(fields=["service", "slug"], name="section_slug_in_service")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.service.slug})"
