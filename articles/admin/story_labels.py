"""How the desk calls the fields of a story's form."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.models import Story

# Compared word by word; everything else is compared as a whole.
TEXTS = (
    "headline", "standfirst", "body", "kicker", "dateline", "slugline", "ed_note",
    "byline_override",
)  # fmt: skip
# Where nobody compared the fields: the form came from a browser without scripts.
UNKNOWN = "?"
_COLUMNS = {
    field.name: field for field in Story._meta.get_fields() if hasattr(field, "verbose_name")
}


def label_of(name: str) -> str:
    """Of a posted name, or of one of merging: "story_photos-3-crop", "bylines 5 role"."""
    head = name.removeprefix("initial-").partition(" ")[0].partition("-")[0]
    if head == UNKNOWN:
        return _("perhaps other fields")
    if head in ("story_photos", "photos"):
        return _("Photos")
    if head == "bylines":
        return _("Byline")
    for ending in ("_0", "_1"):
        head = head.removesuffix(ending)
    return capfirst(str(_COLUMNS[head].verbose_name)) if head in _COLUMNS else head
