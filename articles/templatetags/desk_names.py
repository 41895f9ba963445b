"""Names as versions and logs keep them, said at the desk."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

register = template.Library()
SYSTEM = "system"  # as publishing/actors.py writes it


@register.filter
def spoken_name(kept: str) -> str:
    return _("the system") if kept == SYSTEM else kept
