"""Topic: what stories are about, with a name per language."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.Model):
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name at the desk"), max_length=120)
    media_topic = models.CharField(
        _("IPTC Media Topic"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}$")],
        help_text=_("Eight digits, such as 20000136."),
    )

    class Meta:
        ordering = ["slug"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.UniqueConstraint(
                fields=["media_topic"],
                condition=~models.Q(media_topic=""),
                name="media_topic_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def name_in(self, language: str) -> str:
        """Readers' name in ``language``; the desk's name when nobody has translated it."""
        names = {row.language: row.name for row in self.names.all()}
        return names.get(language, self.name)


class TopicName(models.Model):
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="names"
    )
    language = models.CharField(_("language"), max_length=20)
    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(
        _("description"),
        blank=True,
        max_length=600,
        help_text=_("One or two sentences on top of the topic's page."),
    )

    class Meta:
        ordering = ["topic", "language"]
        verbose_name = _("name for readers")
        verbose_name_plural = _("names for readers")
        constraints = [
            models.UniqueConstraint(fields=["topic", "language"], name="topic_name_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"
