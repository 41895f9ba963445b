"""DeskLanguage: the language in which the desk speaks to one person, wherever they log in."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class DeskLanguage(models.Model):
    """None for who never chose: the house's own language is theirs."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_language"
    )
    language = models.CharField(max_length=10)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.language
