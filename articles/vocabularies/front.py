"""Fronts and the strip: how large a card is, what a label says."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CardSize(models.TextChoices):
    """The first card of a front leads it, whatever its size."""

    LEAD = "lead", _("Lead")
    LARGE = "large", _("Large")
    STANDARD = "standard", _("Standard")
    COMPACT = "compact", _("Compact")


class AlertLabel(models.TextChoices):
    BREAKING = "breaking", _("Breaking news")
    DEVELOPING = "developing", _("Developing")
