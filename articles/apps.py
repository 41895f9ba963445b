"""The one Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from articles.checks import (  # noqa: F401  registers them
            address_data,
            configuration,
            database,
            edge,
            pictures,
            share_cards,
            storage,
        )
