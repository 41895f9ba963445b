"""What may have been meant by a word that nobody wrote: a letter off, or on another keyboard.

All words here are in the form of text/terms.py, which has already folded case and most accents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product

SHORTEST = 3
# Letters at a word's beginning that are taken to be right when more than one letter may be wrong.
SURE = 3
MOST_OFF = 2
# Letters that a foreign keyboard, or haste, writes instead of a language's own.
LOOKALIKES = {
    "к": "қҡ", "г": "ғҕ", "н": "ңҥ", "о": "ө", "у": "үұў", "а": "ә", "и": "іӣйї", "х": "һҳ",
    "ч": "ҷ", "з": "ҙ", "с": "ҫ", "е": "єэ", "э": "е", "і": "и", "e": "ə", "ə": "e",
    "ت": "ط", "ط": "ت", "س": "صث", "ص": "س", "ز": "ضظذ", "ه": "ح", "ح": "ه", "ق": "غ", "غ": "ق",
}  # fmt: skip
_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
LAYOUTS = {
    "Cyrl": "йцукенгшщзхъфывапролджэячсмитьбюё",
    "Arab": "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو.`",
    "Geor": "ქწერტყუიოპ[]ასდფგჰჯკლ;'ზხცვბნმ,.`",
}
_CAPITALS = {"Geor": str.maketrans("WRTSJZC", "ჭღთშჟძჩ")}


def on_other_keyboards(text: str, script: str) -> list[str]:
    """``text`` as the same keys would have written it; each other than ``text``."""
    layout = LAYOUTS.get(script)
    if layout is None:
        return []
    typed = text.translate(_CAPITALS.get(script, {})).lower()
    there = typed.translate(str.maketrans(_KEYS, layout))
    back = text.lower().translate(str.maketrans(layout, _KEYS))
    return [one for one in dict.fromkeys((there, back)) if one != text.lower()]


def one_off(term: str, alphabet: Collection[str]) -> set[str]:
    """Everything that is one letter away: one less, one more, another one, two exchanged."""
    cuts = [(term[:at], term[at:]) for at in range(len(term) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found |= {left + one + right[1:] for left, right in cuts if right for one in alphabet}
    found |= {left + one + right for left, right in cuts for one in alphabet}
    return found - {term, ""}


def likely_beginnings(term: str) -> list[str]:
    """How a word begins that is like ``term``, but for lookalikes, and ends in another way."""
    if len(term) <= SURE:
        return []
    choices = [one + LOOKALIKES.get(one, "") for one in term[:SURE]]
    return ["".join(letters) for letters in product(*choices)]


def distance(one: str, other: str, most: int = MOST_OFF) -> int:
    """In letters added, left out, replaced or exchanged with their neighbour; above ``most`` it is
    only known to be above. Lookalikes are the same letter."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        new = [at]
        for there, theirs in enumerate(other, start=1):
            cost = min(row[there - 1] + (not _same(letter, theirs)), row[there] + 1, new[-1] + 1)
            if at > 1 and there > 1 and (letter, one[at - 2]) == (other[there - 2], theirs):
                cost = min(cost, before[there - 2] + 1)
            new.append(cost)
        if min(new) > most:
            return most + 1
        before, row = row, new
    return row[-1]


def nearest(term: str, words: Collection[str]) -> Iterator[tuple[int, str]]:
    """Words that may have been meant, and how far off they are; short ones must be nearer."""
    most = 1 if len(term) <= SURE + 2 else MOST_OFF
    for word in words:
        if len(word) >= SHORTEST and (off := distance(term, word, most)) <= most:
            yield off, word


def _same(one: str, other: str) -> bool:
    return one == other or other in LOOKALIKES.get(one, "") or one in LOOKALIKES.get(other, "")
