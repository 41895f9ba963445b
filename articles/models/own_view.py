"""OwnView: what one person narrowed the story list to, under a name, to come back to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnView(models.Model):
    """``query``: the list's own address, after the question mark. Nobody else ever sees it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_views"
    )
    name = models.CharField(_("name"), max_length=80)
    name_key = models.CharField(max_length=240, help_text="The name as search folds it")
    query = models.CharField(max_length=4000)
    position = models.PositiveIntegerField(default=0)
    is_first = models.BooleanField(default=False, help_text="The list opens with it.")

    class Meta:
        ordering = ["position", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "name_key"], name="own_view_name_once"),
            models.UniqueConstraint(
                fields=["user"], name="one_first_view", condition=models.Q(is_first=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name
