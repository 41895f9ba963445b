"""LanguageService: one edition, that is a site in one language."""

from __future__ import annotations

import re
import zoneinfo
from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import Calendar, Digits, Direction, FeedText, ServiceStatus

# First path segments that the site needs for itself.
RESERVED_SLUGS = {
    "admin", "preview", "media", "static", "api", "healthz", "readyz", "robots", "favicon",
    # On a service's own domain these follow the host at once.
    "a", "z", "t", "author", "archive", "search", "place",
}  # fmt: skip
HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+")


@cache
def time_zones() -> frozenset[str]:
    """All that this machine knows; asked of the disk once."""
    return frozenset(zoneinfo.available_timezones())


def is_time_zone(name: str) -> bool:
    return name in time_zones()


def validate_time_zone(name: str) -> None:
    if not is_time_zone(name):
        raise ValidationError(_("“%(name)s” is not a time zone."), params={"name": name})


def validate_not_reserved(slug: str) -> None:
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("“%(slug)s” is a reserved address."), params={"slug": slug})


class LanguageServiceQuerySet(models.QuerySet["LanguageService"]):
    def active(self) -> LanguageServiceQuerySet:
        return self.filter(status=ServiceStatus.ACTIVE)


class LanguageService(models.Model):
    """Direction and script come from here, never from Django's language tables."""

    newsroom = models.ForeignKey(
        "articles.Newsroom",
        verbose_name=_("newsroom"),
        on_delete=models.PROTECT,
        related_name="services",
    )
    name = models.CharField(
        _("name"), max_length=120, unique=True, help_text=_("Such as “Kazakh Service”.")
    )
    slug = models.SlugField(
        _("URL prefix"), max_length=20, unique=True, validators=[validate_not_reserved]
    )
    language = models.CharField(
        _("language"),
        max_length=20,
        help_text=_("BCP 47 tag, such as “kk” or “zh-Hant”."),
        validators=[RegexValidator(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")],
    )
    autonym = models.CharField(_("autonym"), max_length=60)
    brand = models.CharField(_("masthead"), max_length=120)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    credit_name = models.CharField(_("credit name"), max_length=120, blank=True)
    direction = models.CharField(
        _("direction"), max_length=3, choices=Direction, default=Direction.LTR
    )
    script = models.CharField(
        _("script"), max_length=4, default="Latn", validators=[RegexValidator(r"^[A-Z][a-z]{3}$")]
    )
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="UTC", validators=[validate_time_zone]
    )
    calendar = models.CharField(
        _("calendar"), max_length=10, choices=Calendar, default=Calendar.GREGORY
    )
    digits = models.CharField(_("digits"), max_length=10, choices=Digits, default=Digits.LATN)
    fallback_languages = models.JSONField(_("fallback languages"), default=list, blank=True)
    domain = models.CharField(_("domain"), max_length=120, blank=True)
    publisher = models.ForeignKey(
        "articles.Contributor",
        verbose_name=_("publisher"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="published_services",
        help_text=_("The organisation described under each story."),
    )
    four_eyes = models.BooleanField(
        _("second pair of eyes"),
        default=False,
        help_text=_("Nothing goes on air before somebody else than its writers has approved it."),
    )
    front_hours = models.PositiveSmallIntegerField(
        _("a front is stale after"),
        default=12,
        help_text=_("Hours after which the desk is told to renew a curated front; 0: never."),
    )
    contact_url = models.URLField(
        _("contact page"), blank=True, help_text=_("Absent where a notice forbids contact.")
    )
    donate_url = models.URLField(
        _("donation page"), blank=True, help_text=_("Absent where a notice forbids donating.")
    )
    exit_url = models.URLField(
        _("quick exit"),
        blank=True,
        help_text=_(
            "A harmless page, such as the weather: with it a way out stands on every page of "
            "the service, for readers who must not be seen with it."
        ),
    )
    feed_text = models.CharField(
        _("text of feeds"),
        max_length=10,
        choices=FeedText,
        default=FeedText.SUMMARY,
        help_text=_("What RSS, Atom and JSON feeds carry of each story."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=ServiceStatus, default=ServiceStatus.ACTIVE
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=100)

    objects = LanguageServiceQuerySet.as_manager()

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("language service")
        verbose_name_plural = _("language services")
        constraints = [
            models.CheckConstraint(
                name="closed_service_has_a_date",
                condition=~models.Q(status=ServiceStatus.CLOSED)
                | models.Q(closed_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/{self.slug}/"

    def clean(self) -> None:
        self.domain = self.domain.lower()
        if self.domain and not HOST.fullmatch(self.domain):
            raise ValidationError({"domain": _("A host's name alone, such as kk.example.org.")})
        others = LanguageService.objects.exclude(pk=self.pk)
        if self.domain and others.filter(domain=self.domain).exists():
            raise ValidationError({"domain": _("Another service is at this domain.")})
