"""A notice's targets as the form has them: one list of values for each picker."""

from __future__ import annotations

from collections.abc import Iterator

from articles.models import LegalNotice, NoticeTarget
from articles.vocabularies import TargetDimension


def field_name(dimension: str, *, is_exclude: bool) -> str:
    return f"{dimension}_exclude" if is_exclude else dimension


def each_picker() -> Iterator[tuple[TargetDimension, bool, str]]:
    """Dimension, whether it excludes, and the name of its field."""
    for dimension in TargetDimension:
        for is_exclude in (False, True):
            yield dimension, is_exclude, field_name(dimension, is_exclude=is_exclude)


def stored_targets(notice: LegalNotice) -> dict[str, list[str]]:
    """By the form's field names."""
    found: dict[str, list[str]] = {name: [] for _dimension, _exclude, name in each_picker()}
    if notice.pk:
        for row in notice.targets.all():
            found[field_name(row.dimension, is_exclude=row.is_exclude)].append(row.value)
    return found


def write_targets(notice: LegalNotice, chosen: dict[str, list[str]]) -> None:
    """Make the rows what ``chosen`` says; rows that stay are left alone."""
    wanted = {
        (dimension.value, value): is_exclude
        for dimension, is_exclude, name in each_picker()
        for value in chosen[name]
    }
    for row in notice.targets.all():
        if wanted.get((row.dimension, row.value)) == row.is_exclude:
            del wanted[row.dimension, row.value]
        else:
            row.delete()
    NoticeTarget.objects.bulk_create(
        NoticeTarget(notice=notice, dimension=dimension, value=value, is_exclude=is_exclude)
        for (dimension, value), is_exclude in wanted.items()
    )
