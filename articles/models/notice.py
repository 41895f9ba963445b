"""LegalNotice: the working copy of what readers in some region must be told."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.service import validate_time_zone
from articles.vocabularies import (
    NoticeKind,
    NoticeStatus,
    Reach,
    TargetDimension,
    TextStatus,
    WhenPushed,
)


class LegalNotice(models.Model):
    """Readers never see this row: they see its latest approved ``NoticeVersion``."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=NoticeKind)
    placements = models.JSONField(_("placements"), default=list)
    priority = models.SmallIntegerField(_("priority"), default=0)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    legal_timezone = models.CharField(
        _("legal time zone"), max_length=60, default="UTC", validators=[validate_time_zone]
    )
    reach = models.CharField(_("reach"), max_length=20, choices=Reach)
    verbatim = models.BooleanField(_("wording fixed by law"), default=False)
    min_scale = models.DecimalField(
        _("least size, times the body text"), max_digits=3, decimal_places=1, default=1
    )
    effects = models.JSONField(_("effects"), default=list, blank=True)
    group_key = models.CharField(_("group"), max_length=80, blank=True)
    demanding_party = models.CharField(_("who demands it"), max_length=200, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=500, blank=True)
    citation_url = models.URLField(_("address of the law"), blank=True)
    blocked_by_url = models.URLField(_("blocked by"), blank=True)
    public_reason = models.BooleanField(_("the reason may be told"), default=False)
    reaches_translations = models.BooleanField(
        _("also the other language versions of its stories"), default=True
    )
    when_pushed = models.CharField(
        _("in deliveries to partners"),
        max_length=10,
        choices=WhenPushed,
        default=WhenPushed.DROP,
        help_text=_("For orders that withhold: deliveries and mirrors know no reader’s place."),
    )
    internal_note = models.TextField(_("internal note"), blank=True, help_text=_("Never rendered."))
    status = models.CharField(
        _("status"), max_length=10, choices=NoticeStatus, default=NoticeStatus.DRAFT, editable=False
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("last change"), auto_now=True)
    # Who last changed what readers are told or who is told; a changed internal note is neither.
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        ordering = ["slug"]
        verbose_name = _("legal notice")
        verbose_name_plural = _("legal notices")
        constraints = [
            models.CheckConstraint(
                name="notice_ends_after_it_starts",
                condition=models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gt=models.F("starts_at")),
            )
        ]

    def __str__(self) -> str:
        return self.slug


class NoticeText(models.Model):
    notice = models.ForeignKey(
        LegalNotice, verbose_name=_("legal notice"), on_delete=models.CASCADE, related_name="texts"
    )
    language = models.CharField(_("language"), max_length=20)
    title = models.CharField(_("title"), max_length=300)
    body = models.TextField(_("text"), help_text=_("Paragraphs, links and strong words only."))
    link_text = models.CharField(_("words of the link"), max_length=200, blank=True)
    link_url = models.URLField(_("address of the link"), blank=True)
    translation_status = models.CharField(
        _("translation"), max_length=10, choices=TextStatus, default=TextStatus.ORIGINAL
    )
    is_default = models.BooleanField(_("default"), default=False)

    class Meta:
        ordering = ["notice", "language"]
        verbose_name = _("text of a notice")
        verbose_name_plural = _("texts of notices")
        constraints = [
            models.UniqueConstraint(fields=["notice", "language"], name="notice_text_per_language"),
            models.UniqueConstraint(
                fields=["notice"], condition=models.Q(is_default=True), name="one_default_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class NoticeTarget(models.Model):
    """One row of whom or what a notice concerns: AND between dimensions, OR within one.

    ``value`` is a region code, service slug, language tag, topic slug, section slug or story id.
    """

    notice = models.ForeignKey(LegalNotice, on_delete=models.CASCADE, related_name="targets")
    dimension = models.CharField(max_length=10, choices=TargetDimension)
    value = models.CharField(max_length=80)
    is_exclude = models.BooleanField(_("exclude"), default=False)

    class Meta:
        ordering = ["notice", "dimension", "is_exclude", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "dimension", "value"], name="notice_target_once"
            )
        ]

    def __str__(self) -> str:
        sign = "−" if self.is_exclude else "+"
        return f"{sign}{self.dimension} {self.value}"
