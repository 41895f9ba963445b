"""Setting the password of somebody else: Django's form, whose warning knows English alone."""

from __future__ import annotations

from django.contrib.auth.forms import AdminPasswordChangeForm, SetUnusablePasswordMixin
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy


class StaffPasswordForm(AdminPasswordChangeForm):
    usable_password_help_text = format_lazy(  # type: ignore[assignment]  # as lazy as its parts
        # The script of Django's page looks for it by this name.
        '{}<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>',
        SetUnusablePasswordMixin.usable_password_help_text,
        gettext_lazy("If disabled, the current password for this user will be lost."),
    )
