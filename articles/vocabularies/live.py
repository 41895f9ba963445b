"""Live coverage: where its entries stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryStatus(models.TextChoices):
    """Only verbs change it; what was removed never comes back."""

    DRAFT = "draft", _("Draft")
    ON_AIR = "on_air", _("On air")
    REMOVED = "removed", _("Removed")
