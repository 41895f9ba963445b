"""Staff: who works here, and as what. Only administrators see these pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

from articles.admin.permissions import DeskInline, DeskPermissions, staff
from articles.admin.site import desk
from articles.admin.staff_password import StaffPasswordForm
from articles.admin.yes_or_no import SaysYesOrNo
from articles.models import StaffRole
from articles.publishing.permissions import Deed, holds_in_the_house, may_keep_account


class StaffRoleInline(DeskInline):
    model = StaffRole
    view_deed = change_deed = Deed.EDIT_STAFF
    autocomplete_fields = ["newsroom"]

    def noun_of(self, obj: object) -> None:
        return None

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return holds_in_the_house(staff(request), self.change_deed)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A newsroom's administrator would give himself the house."""
        return holds_in_the_house(staff(request), self.change_deed)


@admin.register(User, site=desk)
class StaffAdmin(SaysYesOrNo, DeskPermissions, UserAdmin):
    """Django's own user page without its permission boxes: roles decide."""

    view_deed = change_deed = Deed.EDIT_STAFF
    inlines = [StaffRoleInline]
    change_form_template = "admin/account/staff.html"
    change_password_form = StaffPasswordForm
    list_filter = ["is_active", "staff_roles__role"]
    list_display = ["username", "first_name", "last_name", "is_active"]
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (None, {"fields": ("first_name", "last_name", "email")}),
        (None, {"fields": ("is_active", "is_staff", "last_login", "date_joined")}),
    )
    readonly_fields = ["last_login", "date_joined", "is_active"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return holds_in_the_house(staff(request), self.change_deed)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The password, too: another newsroom's account is not to be taken over."""
        may_any = super().has_change_permission(request, obj)
        return may_any and (obj is None or may_keep_account(staff(request), obj))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Autocomplete of contributors' users asks this too: names of colleagues, nothing more.
        is_autocomplete = request.path.endswith("/autocomplete/")
        deed = Deed.EDIT_CONTRIBUTOR if is_autocomplete else self.view_deed
        return self._may(request, deed)
