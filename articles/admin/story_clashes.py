"""Where two people changed the same thing differently: both sides, and a choice for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.admin.story_kept import shortened
from articles.admin.story_labels import label_of
from articles.admin.story_merge import CHOICE, Joined
from articles.models import Contributor, Section
from articles.text.diff import Piece, word_diff
from articles.text.merge import Clash
from articles.text.plain import plain_text
from articles.vocabularies import StoryType, Urgency


@dataclass(frozen=True)
class Question:
    """``mine`` and ``theirs``: what each made of the base, word by word."""

    name: str
    label: str
    mine: tuple[Piece, ...]
    theirs: tuple[Piece, ...]
    takes_both: bool


def clash_context(joined: Joined) -> dict[str, Any]:
    return {
        "questions": [_question(clash) for clash in joined.clashes],
        "others_names": ", ".join(joined.authors) or _("Somebody"),
        "joined_too": ", ".join(dict.fromkeys(label_of(name) for name in joined.taken)),
    }


def _question(clash: Clash) -> Question:
    base, mine, theirs = (_words(clash, side) for side in (clash.base, clash.mine, clash.theirs))
    return Question(
        name=f"{CHOICE}{clash.key}",
        label=_label(clash),
        mine=_side(base, mine),
        theirs=_side(base, theirs),
        takes_both=clash.takes_both,
    )


def _side(base: str, text: str) -> tuple[Piece, ...]:
    return tuple(shortened(word_diff(base, text)))


def _label(clash: Clash) -> str:
    """A row is told with its number, and which of its values it is."""
    _head, _space, which = clash.field.partition(" ")
    number, _space, part = which.partition(" ")
    words = [label_of(clash.field), number.partition("/")[0], part.replace("_", " ")]
    return " · ".join(filter(None, words))


def _words(clash: Clash, value: Any) -> str:
    if isinstance(value, list):
        return plain_text("\n".join(value)) or "\n".join(value)
    if value is None:
        return ""
    if isinstance(value, dict):
        return ", ".join(str(one) for one in value.values() if one) or _("a row")
    if isinstance(value, str) and value.startswith("\0"):
        return ""
    return _name(clash.field, value)


def _name(name: str, value: Any) -> str:
    """What stands for a number."""
    model = {"section": Section, "publisher": Contributor}.get(name)
    found = model.objects.filter(pk=value).first() if model else None  # type: ignore[attr-defined]
    if found:
        return str(found)
    terms = {"urgency": Urgency, "story_type": StoryType}.get(name)
    if terms and value in terms.values:
        return str(terms(value).label)
    return str(value)
