"""One normaliser for search: the same for what is indexed and for what is asked."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        # Arabic letters that keyboards of different languages write with different code points
        "ي": "ی", "ى": "ی", "ك": "ک", "ګ": "گ", "ہ": "ه", "ۀ": "ه", "ة": "ه",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
        # Cyrillic variants; every other composed letter (й, ї, ў, ӣ) is a letter of its own
        "ё": "е", "ѐ": "е", "ѝ": "и",
        # Latin letters that do not decompose; "ı" because capitals lose the difference
        "ı": "i", "đ": "d", "ł": "l", "ø": "o", "ħ": "h",
    }
)  # fmt: skip
_HARAKAT = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
# Persian is typed with ZWNJ, with a space or with nothing. As a space, two of the three meet.
# Elsewhere (Bengali, Malayalam, Kurdish in Latin) it only shapes letters and parts no words.
_PARTING_ZWNJ = re.compile("(?<=[\u0620-\u06ff])\u200c+(?=[\u0620-\u06ff])")
_APOSTROPHES = re.compile("['`\u02b9\u02bb-\u02bd\u2018\u2019]")
_CYRILLIC_MARKS = re.compile("(?<=[\u0400-\u052f])[\u0300-\u036f]+")
_LATIN_MARKS = re.compile("(?<=[a-z\u00df-\u024f\u1e00-\u1eff])[\u0300-\u036f]+")
_SPACES = re.compile(r"\s+")


def search_key(text: str) -> str:
    """The text as search sees it. Applying it twice changes nothing more."""
    folded = _fold(_fold(text))  # folding case can bring forth letters that fold again (İ, ΐ)
    parted = _PARTING_ZWNJ.sub(" ", _HARAKAT.sub("", folded))
    plain = _APOSTROPHES.sub("", "".join(filter(_is_visible, parted)))
    letters = unicodedata.normalize("NFC", _strip_accents(plain)).translate(_LETTERS)
    return _SPACES.sub(" ", "".join(map(_ascii_digit, letters))).strip()


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in {"Cf", "Cc", "Cs"} or character.isspace()


def _strip_accents(text: str) -> str:
    """Latin letters lose their marks; Cyrillic ones only those that make no letter (stress)."""
    decomposed = "".join(map(_decomposed, _CYRILLIC_MARKS.sub("", text)))
    return _LATIN_MARKS.sub("", decomposed)


def _decomposed(character: str) -> str:
    is_latin = "\u00df" <= character <= "\u024f" or "\u1e00" <= character <= "\u1eff"
    return unicodedata.normalize("NFD", character) if is_latin else character


def _ascii_digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
