"""Which language a text seems to be in: by its script, then by its smallest words. A guess.

Good enough to ask "is this the right service?"; never good enough to refuse anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from articles.text.small_words import ALIEN_LETTERS, SMALL_WORDS

# Unicode's names of letters begin with the name of their script.
SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "GEORGIAN": "Geor", "ARMENIAN": "Armn",
    "GREEK": "Grek", "HEBREW": "Hebr", "DEVANAGARI": "Deva", "CJK": "Hani", "HANGUL": "Hang",
    "MYANMAR": "Mymr", "TIBETAN": "Tibt",
}  # fmt: skip
LOOK_AT = 4_000  # characters: the beginning of a text is enough
LEAST_LETTERS, LEAST_WORDS = 60, 40
# Of all words so many are small ones in a running text; another language must have twice as many.
COMMON, TWICE = 0.06, 2.0
_WORD = re.compile(r"[^\W\d_]+(?:[\u200c’'ʼ-][^\W\d_]+)*")


def script_of(text: str) -> str:
    """The ISO 15924 code of the script that most letters are of; empty for too few letters."""
    found: Counter[str] = Counter()
    for character in text[:LOOK_AT]:
        if character.isalpha():
            name = unicodedata.name(character, "").partition(" ")[0]
            found[SCRIPTS.get(name, name)] += 1
    if sum(found.values()) < LEAST_LETTERS:
        return ""
    script, count = found.most_common(1)[0]
    return script if count > sum(found.values()) / 2 else ""


def seems_another(text: str, language: str, script: str) -> str:
    """The script or language that ``text`` seems to be in; empty when nothing speaks against
    ``language`` (a BCP 47 tag), which is written in ``script``."""
    found = script_of(text)
    if found and script and found != script:
        return found
    return _another_language(text, language.partition("-")[0].lower())


def _another_language(text: str, language: str) -> str:
    """Only against a language whose small words are known, and another that fits twice as well."""
    words = [word.casefold() for word in _WORD.findall(text[:LOOK_AT])]
    if language not in SMALL_WORDS or len(words) < LEAST_WORDS:
        return ""
    shares = {
        one: sum(word in small for word in words) / len(words) for one, small in SMALL_WORDS.items()
    }
    best = max(shares, key=lambda one: shares[one])
    least = shares[language] if _has_alien_letters(text, language) else TWICE * shares[language]
    is_clear = shares[best] >= COMMON and shares[best] >= least
    return best if best != language and is_clear else ""


def _has_alien_letters(text: str, language: str) -> bool:
    """More than a name or two would bring."""
    letters = [one for one in text[:LOOK_AT].casefold() if one.isalpha()]
    aliens = sum(one in ALIEN_LETTERS.get(language, "") for one in letters)
    return aliens > len(letters) / 100
