"""Pinned, key event: marks on an entry, set by one click beside its words, never words of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from articles.models import LiveEntry, LiveEntryVersion
from articles.publishing.live.words import Words
from articles.text.merge import merge_value

MARKS = ("is_pinned", "is_key_event")


def has_words_of(entry: LiveEntry, seen: int) -> bool:
    """Whether nothing but marks was changed since the change of number ``seen``.

    A change that left no version was a redaction: nobody may put back what it took out.
    """
    if seen >= entry.number:
        return seen == entry.number
    since = LiveEntryVersion.objects.filter(entry=entry, number__gte=seen)
    known = dict(since.values_list("number", "content"))
    if set(known) != set(range(seen, entry.number + 1)):
        return False
    words = [_words(content) for content in known.values()]
    return all(one == words[0] for one in words)


def with_marks_since(entry: LiveEntry, seen: int, words: Words) -> Words:
    """``words`` with the marks that others set meanwhile, where the writer left them alone."""
    if seen == entry.number:
        return words
    base = LiveEntryVersion.objects.get(entry=entry, number=seen).content
    marks = {
        name: merge_value(name, base[name], getattr(words, name), getattr(entry, name), {}).value
        for name in MARKS
    }
    return replace(words, **marks)


def _words(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name not in MARKS}
