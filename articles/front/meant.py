"""“Did you mean”: other words for a question that found nothing. One query, whatever was asked.

A suggestion is made of words of stories that this reader may find here, and of such as stand
together in one of them: it tells of nothing that is withheld, and it always finds something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.front.chosen import chosen
from articles.front.found import may_be_found
from articles.models.listed import ListedQuerySet
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.reader import Reader
from articles.pages.search import Question
from articles.search.matching import terms_asked
from articles.search.resembling import Spelling, resembling
from articles.text.misspelt import (
    SHORTEST,
    SURE,
    likely_beginnings,
    nearest,
    on_other_keyboards,
    one_off,
)
from articles.text.terms import is_unspaced, terms, terms_of_word

SUGGESTED = 3
# Longer questions are sentences; of each word not more letters are tried.
MOST_WORDS, LONGEST_WORD = 3, 24
LOOKED_AT = 40
# Of their words; those of the newest stories. A long one has some 1,500.
MOST_WORDS_LOOKED_AT = 10_000


@dataclass(frozen=True)
class Reading:
    """One way to understand a question; ``is_sure``: its words are not doubted further."""

    terms: tuple[str, ...]
    is_sure: bool = False


def meant(
    service: LanguageService,
    question: Question,
    latest: Sequence[PublishedStory],
    reader: Reader,
) -> list[str]:
    """What to ask instead, best first."""
    readings = _readings(question, service)
    if not readings:
        return []
    alphabet = _alphabet(latest, readings)
    asked = [[_spelling(term, alphabet, reading) for term in reading.terms] for reading in readings]
    entries = resembling(asked, chosen(service, question), LOOKED_AT)
    found: Counter[str] = Counter()
    for row, words in _looked_at(entries, service, reader):
        for reading, spellings in zip(readings, asked, strict=True):
            if said := _instead(reading, spellings, words, row):
                found[said[1]] += 1000 // (1 + 9 * said[0])
    others = (text for text, _weight in found.most_common() if terms_asked(text) != question.terms)
    return list(islice(others, SUGGESTED))


def _readings(question: Question, service: LanguageService) -> list[Reading]:
    typed = [terms_asked(one) for one in on_other_keyboards(question.text, service.script)]
    readings = [Reading(question.terms), *(Reading(one, is_sure=True) for one in typed)]
    return [reading for reading in readings if _is_sensible(reading.terms)]


def _is_sensible(asked: Sequence[str]) -> bool:
    """Words in pairs of signs, rubbish and sentences are not guessed at."""
    if not 0 < len(asked) <= MOST_WORDS:
        return False
    return any(len(term) >= SHORTEST for term in asked) and not any(
        is_unspaced(term) or len(term) > LONGEST_WORD for term in asked
    )


def _alphabet(latest: Iterable[PublishedStory], readings: Sequence[Reading]) -> frozenset[str]:
    """The letters of the language, as its newest headlines write them."""
    texts = (f"{row.headline} {row.standfirst}" for row in latest)
    letters = set("".join("".join(terms(text)) for text in texts))
    letters.update("".join(readings[0].terms))
    return frozenset(letter for letter in letters if not letter.isdecimal())


def _spelling(term: str, alphabet: frozenset[str], reading: Reading) -> Spelling:
    if reading.is_sure or len(term) < SHORTEST or term.isdecimal():
        return Spelling(beginnings=(term,))
    whole = one_off(term, alphabet if len(reading.terms) < MOST_WORDS else frozenset())
    return Spelling(tuple(sorted(whole)), (term, *likely_beginnings(term)))


def _looked_at(
    entries: ListedQuerySet, service: LanguageService, reader: Reader
) -> Iterable[tuple[PublishedStory, list[str]]]:
    """Those that may be found here, with each of their words once."""
    rows, left = entries.select_related("on_air").defer("on_air__document"), MOST_WORDS_LOOKED_AT
    for entry in rows.newest_first():
        if left > 0 and may_be_found(entry.on_air, service, reader):
            words = list(dict.fromkeys(entry.words.split()))[:left]
            left -= len(words)
            yield entry.on_air, words


def _instead(
    reading: Reading, spellings: Sequence[Spelling], words: Sequence[str], row: PublishedStory
) -> tuple[int, str] | None:
    """How far off, and the question in words of one story; None where it lacks one."""
    shown = _as_written(row)
    said, off = [], 0
    for term, spelling in zip(reading.terms, spellings, strict=True):
        best = _best(term, spelling, words, shown)
        if best is None:
            return None
        off += best[0]
        said.append(best[1])
    return off, " ".join(said)


def _best(
    term: str, spelling: Spelling, words: Sequence[str], shown: dict[str, str]
) -> tuple[int, str] | None:
    """What begins so is what was asked for; else the nearest, if possible of the headline."""
    if any(word.startswith(term) for word in words):
        return 0, shown.get(term, term)
    likely = _likely(spelling, words)
    near = sorted((off, word not in shown, word) for off, word in nearest(term, likely))
    return (near[0][0], shown.get(near[0][2], near[0][2])) if near else None


def _likely(spelling: Spelling, words: Sequence[str]) -> list[str]:
    """Those by which the index can have found the story: to measure every word takes a second."""
    whole, beginnings = frozenset(spelling.whole), frozenset(spelling.beginnings)
    return [word for word in words if word in whole or word[:SURE] in beginnings]


def _as_written(row: PublishedStory) -> dict[str, str]:
    """Words of the headline and what stands under it, by what search makes of them."""
    found: dict[str, str] = {}
    for word in f"{row.headline} {row.standfirst}".split():
        bare = word.strip("«»“”„\"'‘’.,:;!?()[]…–—،؛؟")
        known = terms_of_word(bare)
        if len(known) == 1:
            found.setdefault(known[0], bare.lower())
    return found
