"""Region: a place to which law applies, and how places belong to one another."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import Extent, RegionKind


class Region(models.Model):
    """ISO 3166-1 country (``RU``), 3166-2 subdivision (``UA-43``), or a group (``UA-OCC``)."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=RegionKind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text=_("Of a subdivision: the country or the subdivision in which it lies."),
    )
    note = models.CharField(
        _("note"),
        max_length=300,
        blank=True,
        help_text=_("For the desk: source, and what is disputed."),
    )

    class Meta:
        ordering = ["code"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class RegionMembership(models.Model):
    """Dated (half-open) membership of a place in a group."""

    group = models.ForeignKey(
        Region, verbose_name=_("group"), on_delete=models.CASCADE, related_name="members"
    )
    member = models.ForeignKey(
        Region, verbose_name=_("member"), on_delete=models.CASCADE, related_name="groups"
    )
    extent = models.CharField(_("extent"), max_length=8, choices=Extent, default=Extent.FULL)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("Source of the dates.")
    )

    class Meta:
        ordering = ["group", "member"]
        verbose_name = _("membership of a region")
        verbose_name_plural = _("memberships of regions")
        constraints = [
            models.CheckConstraint(
                name="group_not_its_own_member", condition=~models.Q(group=models.F("member"))
            ),
            models.UniqueConstraint(
                fields=["group", "member", "starts_on"], name="membership_once"
            ),
            models.UniqueConstraint(
                fields=["group", "member"],
                name="open_membership_once",
                condition=models.Q(starts_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member.code} in {self.group.code}"


class RegionAlias(models.Model):
    """How a source codes a place: its country with its subdivision's code or name."""

    country = models.CharField(_("country"), max_length=2)
    subdivision = models.CharField(
        _("subdivision"),
        max_length=80,
        help_text=_("Code or name, in small letters; compared without case."),
    )
    region = models.ForeignKey(
        Region, verbose_name=_("region"), on_delete=models.CASCADE, related_name="aliases"
    )

    class Meta:
        ordering = ["country", "subdivision"]
        verbose_name = _("region alias")
        verbose_name_plural = _("region aliases")
        constraints = [
            models.UniqueConstraint(fields=["country", "subdivision"], name="alias_once")
        ]

    def __str__(self) -> str:
        return f"{self.country}/{self.subdivision} → {self.region.code}"
