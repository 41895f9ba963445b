"""A newsroom: the people and desks behind one or several language editions."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import Role


class Newsroom(models.Model):
    """One newsroom may run editions in Kazakh and in Russian; roles belong to it."""

    name = models.CharField(_("name"), max_length=120, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("newsroom")
        verbose_name_plural = _("newsrooms")

    def __str__(self) -> str:
        return self.name


class StaffRole(models.Model):
    """What a user is in a newsroom; without a newsroom, in the whole house."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="staff_roles",
    )
    newsroom = models.ForeignKey(
        Newsroom,
        verbose_name=_("newsroom"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="staff_roles",
        help_text=_("Empty: in every newsroom."),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        ordering = ["newsroom__name", "role"]
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(fields=["user", "newsroom", "role"], name="staff_role_once"),
            # SQLite calls two nulls different, so the whole house needs a rule of its own.
            models.UniqueConstraint(
                fields=["user", "role"],
                name="house_role_once",
                condition=models.Q(newsroom__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        where = self.newsroom.name if self.newsroom else _("the whole house")
        return f"{self.get_role_display()}, {where}"
