"""Lists and names as a sentence of the desk has them, in its language."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

MOST = 5


def quoted(name: str) -> str:
    return _("“%(name)s”") % {"name": name}


def series(parts: Sequence[str], word: str = "and") -> str:
    """“a”, “a and b”, “a, b and c”; of many the first few “and 12 more”."""
    if len(parts) > MOST + 1:
        more = _("%(count)s more") % {"count": len(parts) - MOST}
        return _joined([*parts[:MOST], more], _("and"))
    return _joined(parts, _("or") if word == "or" else _("and"))


def _joined(parts: Sequence[str], word: str) -> str:
    listed = pgettext("between the parts of a list", ", ").join(parts[:-1])
    return f"{listed} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)
