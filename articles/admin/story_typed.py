"""What somebody has typed and not saved, as the content of a story that can be looked at.

Whatever the form would refuse stands as it was saved, and is told by name.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict

from articles.admin.permissions import staff
from articles.admin.photo_access import offered_photos
from articles.admin.site import desk
from articles.admin.story_access import number_in
from articles.admin.story_labels import label_of
from articles.admin.story_merge import RENAMED
from articles.admin.story_merge_rows import sent_rows
from articles.models import Contributor, Story, StoryDraft
from articles.publishing.snapshot import (
    ID_FIELDS,
    PLAIN_FIELDS,
    SELDOM_FIELDS,
    SELDOM_TIMES,
    TIME_FIELDS,
    Content,
    moment_text,
    snapshot,
)
from articles.vocabularies import CreditRole, CropName, PhotoRole

KNOWN = {*PLAIN_FIELDS, *ID_FIELDS, *TIME_FIELDS, *SELDOM_FIELDS, *SELDOM_TIMES, "topics"}
FURTHEST = 32_767


@dataclass(frozen=True)
class TypedContent:
    content: Content
    left_out: tuple[str, ...]


def typed_content(request: HttpRequest, draft: StoryDraft, story: Story) -> TypedContent:
    """``story`` has the number 0 when it was never saved."""
    post = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        post.setlist(name, values)
    saved = snapshot(story) if story.pk else _of_new(story)
    form = _form(request, story, post)
    form.is_valid()
    values = {RENAMED.get(name, name): _plain(value) for name, value in form.cleaned_data.items()}
    content = saved | {name: value for name, value in values.items() if name in KNOWN}
    if "story_photos-TOTAL_FORMS" in post:
        content["photos"] = _photos(post, request)
    if "bylines-TOTAL_FORMS" in post:
        content["bylines"] = _bylines(post)
    wrong = [name for name in form.errors if name in form.fields]
    return TypedContent(content, tuple(dict.fromkeys(label_of(name) for name in wrong)))


def _form(request: HttpRequest, story: Story, post: QueryDict) -> Any:
    admin: Any = desk.get_model_admin(Story)
    known = story if story.pk else None
    fields = flatten_fieldsets(admin.get_fieldsets(request, known))
    form_class = admin.get_form(request, known, change=bool(story.pk), fields=fields)
    return form_class(post, instance=copy.copy(story))


def _of_new(story: Story) -> Content:
    """As ``snapshot`` of a story that has no rows yet."""
    content: Content = {name: getattr(story, name) for name in PLAIN_FIELDS + ID_FIELDS}
    empty: Content = {"topics": [], "bylines": [], "photos": [], "corrections": []}
    return content | dict.fromkeys(TIME_FIELDS) | empty


def _plain(value: Any) -> Any:
    """As a version holds it."""
    if isinstance(value, QuerySet):
        return sorted(value.values_list("pk", flat=True))
    if isinstance(value, Model):
        return value.pk
    return moment_text(value) if isinstance(value, datetime) else value


def _photos(post: QueryDict, request: HttpRequest) -> list[dict[str, Any]]:
    rows = list(_rows("story_photos", post))
    numbers = [number_in(key) for key, _values, _place in rows]
    known = set(offered_photos(staff(request)).filter(pk__in=numbers).values_list("pk", flat=True))
    return [
        values | {"photo_id": number_in(key), "position": place}
        for key, values, place in rows
        if number_in(key) in known
        and values["role"] in PhotoRole.values
        and values["crop"] in CropName.values
    ]


def _bylines(post: QueryDict) -> list[dict[str, Any]]:
    rows = [(*key.partition("/")[::2], place) for key, _values, place in _rows("bylines", post)]
    numbers = [number_in(number) for number, _role, _place in rows]
    known = set(Contributor.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    return [
        {"contributor_id": number_in(number), "role": role, "position": place}
        for number, role, place in rows
        if number_in(number) in known and role in CreditRole.values
    ]


def _rows(prefix: str, post: QueryDict) -> Iterator[tuple[str, dict[str, Any], int]]:
    """Of one formset, in their order."""
    sent = sent_rows(prefix, post)
    places = {key: min(number_in(place), FURTHEST) for key, place in sent.places.items()}
    for key in sorted(sent.rows, key=lambda key: places[key]):
        yield key, sent.rows[key], places[key]
