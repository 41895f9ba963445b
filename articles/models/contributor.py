"""Contributor: whoever can stand in a byline, and under which name."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import BylinePolicy, ContributorKind


class Contributor(models.Model):
    """A person, service, agency or organisation.

    ``name`` is for the desk. What readers may see is decided by ``byline_policy`` and, per
    language, by ``ContributorName``: a protected name never leaves the desk.
    """

    kind = models.CharField(
        _("kind"), max_length=20, choices=ContributorKind, default=ContributorKind.PERSON
    )
    name = models.CharField(_("name at the desk"), max_length=160)
    slug = models.SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        help_text=_("Part of a public address: never a protected name."),
    )
    byline_policy = models.CharField(
        _("byline policy"), max_length=20, choices=BylinePolicy, default=BylinePolicy.OWN_NAME
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributor",
    )
    portrait = models.ForeignKey(
        "articles.Photo",
        verbose_name=_("portrait"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("For a publisher: its picture, 16:9."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        indexes = [models.Index(fields=["kind", "name"])]

    def __str__(self) -> str:
        return self.name


class ContributorName(models.Model):
    """How readers of one language see a contributor."""

    contributor = models.ForeignKey(
        Contributor, verbose_name=_("contributor"), on_delete=models.CASCADE, related_name="names"
    )
    language = models.CharField(_("language"), max_length=20)
    name = models.CharField(_("name or pseudonym"), max_length=160)
    as_source = models.CharField(
        _("wording as a source"),
        max_length=200,
        blank=True,
        help_text=_("After “based on”: “Kazakh Service material”."),
    )
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    biography = models.TextField(
        _("biography or description"),
        blank=True,
        help_text=_("For a publisher: the description under each story."),
    )

    class Meta:
        ordering = ["contributor", "language"]
        verbose_name = _("name for readers")
        verbose_name_plural = _("names for readers")
        constraints = [
            models.UniqueConstraint(
                fields=["contributor", "language"], name="contributor_name_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"
