"""Who is credited, beside the story."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import DeskInline
from articles.models import Byline
from articles.publishing.permissions import Deed


class BylineInline(DeskInline):
    model = Byline
    autocomplete_fields = ["contributor"]
    change_deed = Deed.WRITE_STORY
    template = "admin/edit_inline/stacked.html"
    verbose_name = _("credit")
    verbose_name_plural = _("byline")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 1
