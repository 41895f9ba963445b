"""The byline sentence, composed from credits in the story's language, with its links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from babel.lists import format_list
from django.utils.translation import gettext, override

from articles.pages.moments import locale_of
from articles.pages.printable import Printable
from articles.vocabularies import ContributorKind, CreditRole

Credit = dict[str, Any]
# Each further role is a clause of its own, in this order.
CLAUSES = (
    (CreditRole.REPORTER, "with reporting by %(names)s"),
    (CreditRole.CONTRIBUTOR, "with contributions by %(names)s"),
    (CreditRole.TRANSLATOR, "translated by %(names)s"),
    (CreditRole.EDITOR, "edited by %(names)s"),
)
# A private-use character and a number stand for a name until links are known.
MARK = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True)
class BylinePart(Printable):
    text: str
    url: str = ""


def compose(credits: Sequence[Credit], language: str) -> list[BylinePart]:
    """The sentence as parts without addresses; ``linked`` adds those."""
    with override(language):
        return _parts(_sentence(credits, language), credits)


def linked(
    credits: Sequence[Credit], override_text: str, language: str, author_url: Any
) -> list[BylinePart]:
    """The sentence with links to authors' pages; an override keeps the links of its names."""
    if override_text:
        parts = _name_parts(override_text, credits)
    else:
        parts = _parts(_sentence(credits, language), credits)
    return [BylinePart(part.text, author_url(part.url) if part.url else "") for part in parts]


def _sentence(credits: Sequence[Credit], language: str) -> str:
    by_role: dict[str, list[str]] = {}
    for number, credit in enumerate(credits):
        by_role.setdefault(credit["role"], []).append(_marked(number))
    clauses = [_writers(by_role, language)]
    for role, message in CLAUSES:
        if names := by_role.get(role):
            clauses.append(gettext(message) % {"names": _list(names, language)})
    return ", ".join(clause for clause in clauses if clause)


def _writers(by_role: dict[str, list[str]], language: str) -> str:
    names = _list(by_role.get(CreditRole.AUTHOR, []), language)
    sources = _list(by_role.get(CreditRole.SOURCE, []), language)
    if names and sources:
        message = gettext("written by %(names)s based on %(sources)s")
        return message % {"names": names, "sources": sources}
    if names:
        return gettext("written by %(names)s") % {"names": names}
    return gettext("based on %(sources)s") % {"sources": sources} if sources else ""


def _list(names: list[str], language: str) -> str:
    return format_list(names, locale=locale_of(language)) if names else ""


def _marked(number: int) -> str:
    return f"\ue000{number}\ue001"


def _name_parts(text: str, credits: Sequence[Credit]) -> list[BylinePart]:
    """Longest names first, so that "Ana" does not eat a part of "Ana Belova"; each one once."""
    slugs = {credit["name"]: credit["slug"] for credit in credits if credit["slug"]}
    names = sorted(filter(None, slugs), key=len, reverse=True)
    if not names:
        return [BylinePart(text)]
    pieces = re.split(f"({'|'.join(map(re.escape, names))})", text)
    return [BylinePart(piece, slugs.pop(piece, "")) for piece in pieces if piece]


def _parts(marked: str, credits: Sequence[Credit]) -> list[BylinePart]:
    parts = []
    for index, piece in enumerate(MARK.split(marked)):
        if index % 2:
            credit = credits[int(piece)]
            parts.append(BylinePart(_wording(credit), credit["slug"]))
        elif piece:
            parts.append(BylinePart(piece))
    return parts


def _wording(credit: Credit) -> str:
    if credit["role"] != CreditRole.SOURCE:
        return str(credit["name"])
    if credit["as_source"]:
        return str(credit["as_source"])
    if credit["kind"] == ContributorKind.SERVICE:
        return gettext("%(service)s material") % {"service": credit["name"]}
    return str(credit["name"])
