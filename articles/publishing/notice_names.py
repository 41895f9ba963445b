"""What the values of a notice's targets are called: one query a dimension, however many notices.

Headlines of working copies are for those who may see them; everybody else at the desk gets the
headline that is on air, or the number alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from babel import Locale, UnknownLocaleError
from django.contrib.auth.models import User
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import LanguageService, PublishedStory, Region, Section, Topic
from articles.publishing.permissions import visible_stories
from articles.publishing.sentences import quoted
from articles.publishing.snapshot import Content
from articles.vocabularies import TargetDimension

Names = Mapping[tuple[str, str], str]


def names_of(contents: Iterable[Content], user: User | None = None) -> Names:
    """By dimension and value; what no longer exists has no name here."""
    values: dict[str, set[str]] = {}
    for content in contents:
        for row in content["targets"]:
            values.setdefault(row["dimension"], set()).add(row["value"])
    return {
        (dimension, value): name
        for dimension, wanted in values.items()
        for value, name in _names(dimension, wanted, user).items()
    }


def language_name(tag: str) -> str:
    """As the desk speaks; the tag itself where nobody knows a name."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(get_language() or "en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _names(dimension: str, values: set[str], user: User | None) -> dict[str, str]:
    finders: dict[str, Callable[[set[str]], dict[str, str]]] = {
        TargetDimension.REGION: _regions,
        TargetDimension.SERVICE: _services,
        TargetDimension.TOPIC: _topics,
        TargetDimension.SECTION: section_names,
        TargetDimension.STORY: lambda ids: story_names(ids, user),
        TargetDimension.LANGUAGE: lambda tags: {tag: language_name(tag) for tag in tags},
    }
    return finders[dimension](values)


def _regions(codes: set[str]) -> dict[str, str]:
    return dict(Region.objects.filter(code__in=codes).values_list("code", "name"))


def _services(slugs: set[str]) -> dict[str, str]:
    return dict(LanguageService.objects.filter(slug__in=slugs).values_list("slug", "name"))


def _topics(slugs: set[str]) -> dict[str, str]:
    return dict(Topic.objects.filter(slug__in=slugs).values_list("slug", "name"))


def section_names(slugs: set[str] | None = None) -> dict[str, str]:
    """Services share slugs: the English name stands for all, else that of the first service."""
    sections = Section.objects.order_by("-service__position", "-service__slug")
    if slugs is not None:
        sections = sections.filter(slug__in=slugs)
    rows = list(sections.values_list("slug", "name", "service__language"))
    english = {slug: name for slug, name, language in rows if language == "en"}
    return {slug: name for slug, name, _language in rows} | english


def story_names(ids: set[str], user: User | None) -> dict[str, str]:
    keys = {int(value) for value in ids if is_key(value)}
    on_air = PublishedStory.objects.on_air().filter(story_id__in=keys)
    found = dict(on_air.values_list("story_id", "headline"))
    if user is not None:
        found |= dict(visible_stories(user).filter(pk__in=keys).values_list("pk", "headline"))
    return {str(key): headline for key, headline in found.items()}


def is_key(value: str) -> bool:
    """Whether ``value`` can be a story's id as targets store it."""
    return value.isascii() and value.isdigit() and not value.startswith("0") and int(value) < 2**63


def name_in(names: Names, dimension: str, value: str) -> str:
    """As a sentence of the desk says it, also of what is gone or not ours to name."""
    name = names.get((dimension, value))
    if dimension == TargetDimension.STORY:
        return quoted(name) if name else _("number %(id)s") % {"id": value}
    return name or quoted(value)
