"""Whom a notice of a file concerns: every value must be one that this house knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from articles.exchange.ninjs.fields import Fields
from articles.exchange.notice_fields import codes, required
from articles.models import LanguageService, Region, Section, Story, Topic
from articles.vocabularies import TargetDimension

# The name of the list in the file, and what one of its values is called in a refusal.
LISTS = {
    "regions": (TargetDimension.REGION, "region"),
    "services": (TargetDimension.SERVICE, "language service"),
    "languages": (TargetDimension.LANGUAGE, "language tag"),
    "topics": (TargetDimension.TOPIC, "topic"),
    "sections": (TargetDimension.SECTION, "section"),
    "stories": (TargetDimension.STORY, "story"),
}
LANGUAGE = re.compile(r"(?=.{2,20}\Z)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
Row = dict[str, Any]


def targets(fields: Fields) -> tuple[Row, ...]:
    """Plain lists include; ``exclude`` holds the same lists for what is left out."""
    rows = _rows(fields, is_exclude=False)
    if exclude := fields.object("exclude"):
        only_known(exclude, LISTS)
        rows += _rows(exclude, is_exclude=True)
        _refuse_both(rows, exclude)
    return tuple(rows)


def language(fields: Fields) -> str:
    """In which language a text is, as a tag."""
    tag = required(fields, "language", 20)
    if not LANGUAGE.fullmatch(tag):
        raise fields.refuse("language", f"“{tag}” is no language tag: write en, ru, zh-Hant.")
    return tag


def only_known(fields: Fields, known: Iterable[str]) -> None:
    """A misspelt field of a law must not be passed over in silence."""
    if unknown := sorted(set(fields.data) - set(known)):
        raise fields.refuse(unknown[0], "is no field of a notice file: is it misspelt?")


def _rows(fields: Fields, *, is_exclude: bool) -> list[Row]:
    rows = []
    for name, (dimension, noun) in LISTS.items():
        values = list(dict.fromkeys(str(value) for value in codes(fields, name)))
        known = KNOWN[dimension](values)
        if unknown := [value for value in values if value not in known]:
            raise fields.refuse(name, f"there is no {noun} “{unknown[0][:40]}”.")
        rows += [
            {"dimension": dimension.value, "value": value, "is_exclude": is_exclude}
            for value in values
        ]
    return rows


def _refuse_both(rows: list[Row], exclude: Fields) -> None:
    seen = {(row["dimension"], row["value"]) for row in rows if not row["is_exclude"]}
    for row in rows:
        if row["is_exclude"] and (row["dimension"], row["value"]) in seen:
            name = next(name for name, (one, _) in LISTS.items() if one == row["dimension"])
            raise exclude.refuse(name, f"“{row['value']}” is included and excluded at once.")


def _regions(values: list[str]) -> set[str]:
    return set(Region.objects.filter(code__in=values).values_list("code", flat=True))


def _services(values: list[str]) -> set[str]:
    return set(LanguageService.objects.filter(slug__in=values).values_list("slug", flat=True))


def _languages(values: list[str]) -> set[str]:
    return {value for value in values if LANGUAGE.fullmatch(value)}


def _topics(values: list[str]) -> set[str]:
    return set(Topic.objects.filter(slug__in=values).values_list("slug", flat=True))


def _sections(values: list[str]) -> set[str]:
    return set(Section.objects.filter(slug__in=values).values_list("slug", flat=True))


def _stories(values: list[str]) -> set[str]:
    ids = [value for value in values if value.isascii() and value.isdigit() and len(value) < 19]
    return {str(pk) for pk in Story.objects.filter(pk__in=ids).values_list("pk", flat=True)}


KNOWN: dict[TargetDimension, Callable[[list[str]], set[str]]] = {
    TargetDimension.REGION: _regions,
    TargetDimension.SERVICE: _services,
    TargetDimension.LANGUAGE: _languages,
    TargetDimension.TOPIC: _topics,
    TargetDimension.SECTION: _sections,
    TargetDimension.STORY: _stories,
}
