"""How an edge is doing, in a sentence: for the desk and for the command line."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models.edge import EdgePosition


def told(row: EdgePosition, behind: int) -> str:
    if not behind:
        return _("It has accepted everything.")
    late = ngettext("%(count)s change behind", "%(count)s changes behind", behind)
    late = late % {"count": behind}
    if not row.failures:
        return _("It is %(late)s.") % {"late": late}
    return _("It is %(late)s. Last try: %(error)s.") % {"late": late, "error": row.last_error}
