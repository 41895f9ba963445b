"""StoryTemplate: what a new story of one kind starts with, where a service wants its own way."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import StoryType, TemplateKind, Urgency


class StoryTemplate(models.Model):
    """Without a row the house's own start is offered (publishing/templates.py)."""

    service = models.ForeignKey(
        "articles.LanguageService",
        verbose_name=_("service"),
        on_delete=models.PROTECT,
        related_name="templates",
    )
    kind = models.CharField(_("for"), max_length=20, choices=TemplateKind)
    story_type = models.CharField(
        _("type"), max_length=20, choices=StoryType, default=StoryType.REPORT
    )
    kicker = models.CharField(_("kicker"), max_length=80, blank=True)
    urgency = models.PositiveSmallIntegerField(
        _("urgency"), choices=Urgency, default=Urgency.NORMAL
    )
    body = models.TextField(_("text to start with"), blank=True)
    is_offered = models.BooleanField(_("offered"), default=True)

    class Meta:
        ordering = ["service", "id"]
        verbose_name = _("start of new stories")
        verbose_name_plural = _("starts of new stories")
        constraints = [
            models.UniqueConstraint(fields=["service", "kind"], name="one_template_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.service})"
