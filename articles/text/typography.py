"""How a language is typed: its quotation marks, its joiners, and letters that look like others.

The desk's editor gets the same as data (``for_editor``), so that what is typed there and what is
cleaned here agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from articles.text.tree import Node, parse, serialise

ZWNJ = "\u200c"
NARROW = "\u202f"


@dataclass(frozen=True)
class Quotes:
    """Outer and inner marks with the spaces that belong to them, and the apostrophe."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    apostrophe: str = "\u2019"


_ENGLISH = Quotes("“", "”", "‘", "’")
_GERMAN = Quotes("„", "“", "‚", "‘")
_GUILLEMETS = Quotes("«", "»", "„", "“")
_FRENCH = Quotes("«" + NARROW, NARROW + "»", "“", "”")
_PERSIAN = Quotes("«", "»", "‹", "›")
_POLISH = Quotes("„", "”", "«", "»")

_BY_LANGUAGE: dict[str, Quotes] = {
    "en": _ENGLISH,
    **dict.fromkeys(("de", "cs", "sk", "lt", "et", "is", "ka", "sl", "bg", "mk", "hr"), _GERMAN),
    **dict.fromkeys(("ru", "uk", "be", "kk", "ky", "tg", "tt", "ba", "cv", "ce"), _GUILLEMETS),
    **dict.fromkeys(("av", "mn", "os", "tk", "sah", "crh", "kum"), _GUILLEMETS),
    **dict.fromkeys(("hy",), Quotes("«", "»", "“", "”")),
    **dict.fromkeys(("uz", "az", "tr", "kaa"), Quotes("“", "”", "‘", "’")),
    "fr": _FRENCH,
    **dict.fromkeys(("it", "es", "pt", "sq"), Quotes("«", "»", "“", "”")),
    **dict.fromkeys(("fa", "prs", "ps", "ar", "ku", "ckb", "ug"), _PERSIAN),
    "ur": Quotes("”", "“", "’", "‘"),
    **dict.fromkeys(("pl", "ro", "hu", "sr", "bs"), _POLISH),
    **dict.fromkeys(("fi", "sv"), Quotes("”", "”", "’", "’")),
}  # fmt: skip
# Written in Arabic letters with ZWNJ between what must not join.
_JOINING = frozenset({"fa", "prs", "ps", "ur", "ckb", "ug", "sd", "pnb", "bal", "mzn", "glk"})
# Where ی and ک are letters, the Arabic ي and ك come from a foreign keyboard. Pashto has a ي of its
# own, and Sindhi and Uyghur a ك: there the letters stay.
_YEH_AND_KAF = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})
_KAF = str.maketrans({"ك": "ک"})
_LETTERS = {
    **dict.fromkeys(("fa", "prs", "ur", "ckb", "mzn", "glk", "pnb", "bal"), _YEH_AND_KAF),
    "ps": _KAF,
}
_WORDS_A_MINUTE = {"en": 230, "de": 200, "ru": 185, "fa": 180, "ps": 160, "ka": 170, "kk": 170}
_USUAL_WORDS_A_MINUTE = 190


def quotes_for(language: str) -> Quotes:
    return _BY_LANGUAGE.get(_primary(language), _ENGLISH)


def joins_with_zwnj(language: str) -> bool:
    return _primary(language) in _JOINING


def own_letters(text: str, language: str) -> str:
    """The text in its language's own letters, whatever keyboard it came from.

    ``ى`` at a word's end is as wrong in Persian as ``ي`` in its middle; ZWNJ stays.
    """
    table = _LETTERS.get(_primary(language))
    return text.translate(table) if table else text


def own_letters_in(html: str, language: str) -> str:
    """The same for cleaned HTML: addresses stay, and so do words marked as another language's."""
    return serialise(_respelt(parse(html), language))


def _respelt(nodes: Iterable[Node], language: str) -> list[Node]:
    return [
        own_letters(node, language)
        if isinstance(node, str)
        else node.holding(_respelt(node.children, node.attributes.get("lang", language)))
        for node in nodes
    ]


def for_editor(language: str) -> dict[str, Any]:
    """What the desk's editor has to know of ``language``, ready for JSON."""
    quotes = quotes_for(language)
    table = _LETTERS.get(_primary(language), {})
    return {
        "quotes": [quotes.opening, quotes.closing, quotes.inner_opening, quotes.inner_closing],
        "apostrophe": quotes.apostrophe,
        "zwnj": joins_with_zwnj(language),
        "letters": {chr(key): value for key, value in table.items()},
        "wordsAMinute": _WORDS_A_MINUTE.get(_primary(language), _USUAL_WORDS_A_MINUTE),
    }


def _primary(language: str) -> str:
    return language.split("-")[0].lower()
