"""The demonstration's stories: written, saved and published by the verbs, in the past."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from articles.demo.building import House
from articles.demo.content_files import Table, stories_of
from articles.models import Byline, Photo, PhotoText, Story, StoryPhoto
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.text.sanitise import clean_body, clean_line
from articles.text.slugs import slug_for
from articles.vocabularies import CreditRole, PhotoRole, Urgency

KEYS = uuid.UUID("6f4a2f0e-3c0e-4c7a-9a55-0d6a1be5a001")
FIGURE = re.compile(r'<figure data-picture="([a-z-]+)"></figure>')
BREAKING_FOR = timedelta(hours=12)


@dataclass
class Desk:
    built: House
    photos: dict[str, Photo]
    now: datetime
    stories: dict[tuple[str, str], Story] = field(default_factory=dict)

    def ago(self, minutes: int) -> datetime:
        return self.now - timedelta(minutes=minutes)


def write_stories(desk: Desk) -> None:
    for slug, service in desk.built.services.items():
        for row in stories_of(service.language):
            desk.stories[slug, row["key"]] = write_story(desk, slug, row)


def write_story(desk: Desk, slug: str, row: Table) -> Story:
    """A story on air, with its history: first published, then perhaps updated."""
    first = desk.ago(row["minutes_ago"])
    story = _fields(desk, slug, row)
    story.save()
    story.topics.set([desk.built.topics[topic] for topic in row["topics"]])
    _credits(desk, slug, story, row)
    _pictures(desk, story, row)
    save(story, actor=SYSTEM, now=first - timedelta(minutes=9))
    publish(story, actor=SYSTEM, now=first)
    if "updated_minutes_ago" in row:
        _update(story, row, desk.ago(row["updated_minutes_ago"]))
    return story


def _fields(desk: Desk, slug: str, row: Table) -> Story:
    service = desk.built.services[slug]
    breaking = row["urgency"] <= Urgency.BREAKING
    return Story(
        service=service,
        translation_key=uuid.uuid5(KEYS, row["key"]),
        kicker=clean_line(row.get("kicker", "")),
        headline=clean_line(row["headline"]),
        standfirst=clean_line(row["standfirst"]),
        slug=slug_for(row["headline"]),
        slugline=row["key"],
        dateline=clean_line(row.get("dateline", "")),
        body=clean_body(_with_photos(desk, row)),
        section=desk.built.sections[slug, row["section"]],
        countries=row["countries"],
        urgency=row["urgency"],
        story_type=row["story_type"],
        breaking_until=desk.now + BREAKING_FOR if breaking else None,
    )


def _with_photos(desk: Desk, row: Table) -> str:
    return FIGURE.sub(
        lambda found: f'<figure data-photo="{desk.photos[found[1]].pk}"></figure>', row["body"]
    )


def _credits(desk: Desk, slug: str, story: Story, row: Table) -> None:
    roles = (
        ("authors", CreditRole.AUTHOR),
        ("contributors", CreditRole.CONTRIBUTOR),
        ("translators", CreditRole.TRANSLATOR),
    )
    credits = [
        (desk.built.people[slug, name], role) for key, role in roles for name in row.get(key, [])
    ]
    credits += [(desk.built.sources[name], CreditRole.SOURCE) for name in row.get("sources", [])]
    Byline.objects.bulk_create(
        Byline(story=story, contributor=contributor, role=role, position=position)
        for position, (contributor, role) in enumerate(credits)
    )


def _pictures(desk: Desk, story: Story, row: Table) -> None:
    language = story.service.language
    for position, (name, words) in enumerate(row["photos"].items()):
        photo = desk.photos[name]
        caption, alt_text = clean_line(words["caption"]), clean_line(words["alt"])
        PhotoText.objects.get_or_create(
            photo=photo, language=language, defaults={"caption": caption, "alt_text": alt_text}
        )
        StoryPhoto.objects.create(
            story=story,
            photo=photo,
            role=_role(name, row),
            caption_override=caption,
            position=position,
        )


def _role(name: str, row: Table) -> PhotoRole:
    if name == row["lead"]:
        return PhotoRole.LEAD
    return PhotoRole.GALLERY if name in row.get("gallery", ()) else PhotoRole.INLINE


def _update(story: Story, row: Table, when: datetime) -> None:
    """What an update changes here is small: the desk's note; what counts is its time."""
    story.refresh_from_db()
    story.ed_note = f"Updated with new quotes ({row['key']})."
    story.save()
    publish(story, actor=SYSTEM, now=when, reason="New facts")
