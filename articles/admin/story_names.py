"""What the ids in a story's versions are called at the desk: five queries for any number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.translation import gettext as _

from articles.admin.photo_list import SMALL_FILES
from articles.models import Contributor, Photo, Section, Topic
from articles.publishing.permissions import visible_photos
from articles.publishing.snapshot import Content
from articles.text import body

MOST_PHOTOS = 1_000  # that the database is asked for at once


@dataclass(frozen=True)
class Picture:
    """``url`` is empty for what has no file, or belongs to another newsroom."""

    name: str
    url: str


@dataclass(frozen=True)
class Names:
    sections: Mapping[int, Section]
    topics: Mapping[int, Topic]
    people: Mapping[int, Contributor]
    photos: Mapping[int, Photo]

    def section(self, key: int | None) -> str:
        return _named(self.sections, key)

    def topic(self, key: int) -> str:
        return _named(self.topics, key)

    def person(self, key: int | None) -> str:
        return _named(self.people, key)

    def picture(self, key: int) -> Picture:
        photo = self.photos.get(key)
        if photo is None:  # killed for good, or not this user's: its number alone
            return Picture(_("photo %(number)s") % {"number": key}, "")
        files = photo.small_files  # type: ignore[attr-defined]
        return Picture(photo.title, files[0].file.url if files else "")


def story_names(contents: Iterable[Content], user: User) -> Names:
    contents = list(contents)
    people = {row["contributor_id"] for content in contents for row in content["bylines"]}
    publishers = {content["publisher_id"] for content in contents}
    photos = {photo for content in contents for photo in _photos(content)}
    return Names(
        sections=Section.objects.select_related("service").in_bulk(
            {one["section_id"] for one in contents} - {None}
        ),
        topics=Topic.objects.in_bulk({key for one in contents for key in one["topics"]}),
        people=Contributor.objects.in_bulk((people | publishers) - {None}),
        photos=visible_photos(user)
        .prefetch_related(SMALL_FILES)
        .in_bulk(sorted(photos)[:MOST_PHOTOS]),
    )


def _photos(content: Content) -> Iterator[int]:
    yield from (use["photo_id"] for use in content["photos"])
    yield from body.photo_ids(content["body"])


def _named(rows: Mapping[int, Model], key: int | None) -> str:
    if not key:
        return ""
    return str(rows[key]) if key in rows else _("number %(number)s") % {"number": key}
