"""What a notice can be aimed at: found by code or English name, and called by both.

Nothing here tells of a story that the user may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.models import LanguageService, NoticeText, Region, Story, Topic
from articles.publishing.notice_names import is_key, language_name, section_names
from articles.publishing.permissions import visible_stories
from articles.vocabularies import RegionKind, TargetDimension

Option = tuple[str, str]
# Too many for a list: these are asked for while somebody types.
SEARCHED = (TargetDimension.REGION, TargetDimension.TOPIC, TargetDimension.STORY)


def options(dimension: str, user: User, values: Iterable[str] | None = None) -> list[Option]:
    """All that there is, or those of ``values`` that exist: each with its name and code."""
    wanted = None if values is None else set(values)
    return _FINDERS[dimension](user, wanted)


def with_code(name: str, code: str) -> str:
    return f"{name} ({code})"


def _regions(_user: User, values: set[str] | None) -> list[Option]:
    regions = Region.objects.exclude(kind=RegionKind.UNKNOWN).order_by("code")
    if values is not None:
        regions = regions.filter(code__in=values)
    group = _("group")
    return [
        (code, with_code(name, f"{code}, {group}" if kind == RegionKind.GROUP else code))
        for code, name, kind in regions.values_list("code", "name", "kind")
    ]


def _services(_user: User, values: set[str] | None) -> list[Option]:
    rows = LanguageService.objects.values_list("slug", "name")
    return [(slug, with_code(name, slug)) for slug, name in rows if _is_in(slug, values)]


def _languages(_user: User, values: set[str] | None) -> list[Option]:
    tags = {tag for tag in known_languages() if _is_in(tag, values)}
    return sorted(((tag, with_code(language_name(tag), tag)) for tag in tags), key=_by_label)


def known_languages() -> set[str]:
    """Those of the services, and those in which some notice has a text."""
    used = NoticeText.objects.order_by().values_list("language", flat=True).distinct()
    return {*LanguageService.objects.values_list("language", flat=True), *used}


def _topics(_user: User, values: set[str] | None) -> list[Option]:
    topics = Topic.objects.all() if values is None else Topic.objects.filter(slug__in=values)
    return [(slug, with_code(name, slug)) for slug, name in topics.values_list("slug", "name")]


def _sections(_user: User, values: set[str] | None) -> list[Option]:
    rows = [(slug, with_code(name, slug)) for slug, name in section_names(values).items()]
    return sorted(rows, key=_by_label)


def _stories(user: User, values: set[str] | None) -> list[Option]:
    keys = {int(value) for value in values or () if is_key(value)}
    stories = visible_stories(user).filter(pk__in=keys).select_related("service")
    return [(str(story.pk), story_label(story)) for story in stories]


def story_label(story: Story) -> str:
    return with_code(story.headline, f"{story.service.name}, {story.pk}")


def _is_in(value: str, values: set[str] | None) -> bool:
    return values is None or value in values


def _by_label(option: Option) -> str:
    return option[1]


_FINDERS: dict[str, Callable[[User, set[str] | None], list[Option]]] = {
    TargetDimension.REGION: _regions,
    TargetDimension.SERVICE: _services,
    TargetDimension.LANGUAGE: _languages,
    TargetDimension.TOPIC: _topics,
    TargetDimension.SECTION: _sections,
    TargetDimension.STORY: _stories,
}
