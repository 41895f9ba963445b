"""Live coverage in the demonstration: a night that goes on, and one that has ended."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from articles.demo.content_files import Table, live_of
from articles.demo.stories import Desk
from articles.models import LiveEntry, PhotoText, Story
from articles.publishing.actors import SYSTEM
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.draft_entry import draft_entry
from articles.publishing.live.freeze import freeze
from articles.publishing.live.post_entry import post_entry
from articles.publishing.live.words import Words
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.text.sanitise import clean_body, clean_line
from articles.vocabularies import PhotoRole, StoryType, Urgency

KEYS = uuid.UUID("6f4a2f0e-3c0e-4c7a-9a55-0d6a1be5a0a1")
# Before the first entry, so that there is something to post to.
OPENED_BEFORE = timedelta(minutes=10)
DRAFT = Words(
    headline="Ferry Lane: what the electrician says",
    text="He has looked at eleven of thirty houses. (Waiting for his second call.)",
)


def make_live(desk: Desk, staff: dict[str, User]) -> None:
    for slug in ("en", "fa"):
        row = live_of(slug)
        story = _story(desk, slug, row)
        desk.stories[slug, row["key"]] = story
        for number, entry in enumerate(row["entries"]):
            _entry(desk, slug, story, entry, f"{row['key']}-{number}")
        if "ended" in row:
            freeze(story, actor=SYSTEM, now=desk.ago(row["ended"]))
        else:
            key = uuid.uuid5(KEYS, f"{row['key']}-draft")
            draft_entry(story, key, DRAFT, actor=staff["reporter"], now=desk.ago(3))


def _story(desk: Desk, slug: str, row: Table) -> Story:
    service = desk.built.services[slug]
    begun = desk.ago(row["entries"][0]["ago"]) - OPENED_BEFORE
    story = Story.objects.create(
        service=service,
        translation_key=uuid.uuid5(KEYS, row["key"]),
        kicker=clean_line(row["kicker"]),
        headline=clean_line(row["headline"]),
        standfirst=clean_line(row["standfirst"]),
        dateline=clean_line(row["dateline"]),
        slugline=row["key"],
        body=clean_body(row["body"]),
        section=desk.built.sections[slug, row["section"]],
        story_type=StoryType.LIVE,
        urgency=Urgency.NORMAL,
    )
    story.topics.set([desk.built.topics[topic] for topic in row["topics"]])
    if row["author"]:
        story.bylines.create(contributor=desk.built.people[slug, row["author"]])
    story.story_photos.create(
        photo=desk.photos[row["lead"]], role=PhotoRole.LEAD, caption_override=row["lead_caption"]
    )
    save(story, actor=SYSTEM, now=begun)
    publish(story, actor=SYSTEM, now=begun)
    return story


def _entry(desk: Desk, slug: str, story: Story, row: Table, key: str) -> None:
    words, when = _words(desk, slug, row), desk.ago(row["ago"])
    entry = post_entry(story, uuid.uuid5(KEYS, key), words, actor=SYSTEM, now=when)
    if "correction" in row:
        _correct(entry, words, row["correction"], when + timedelta(minutes=12))


def _correct(entry: LiveEntry, words: Words, correction: str, when: datetime) -> None:
    change_entry(entry, words, actor=SYSTEM, now=when, correction=correction)


def _words(desk: Desk, slug: str, row: Table) -> Words:
    if "photo_alt" in row:
        _write_photo_text(desk, slug, row)
    return Words(
        headline=row.get("headline", ""),
        text=row["text"],
        photo=desk.photos[row["photo"]] if "photo" in row else None,
        contributor=desk.built.people[slug, row["by"]] if "by" in row else None,
        is_key_event=row.get("key", False),
        is_pinned=row.get("pinned", False),
    )


def _write_photo_text(desk: Desk, slug: str, row: Table) -> None:
    """For a picture that no story shows in this language."""
    PhotoText.objects.get_or_create(
        photo=desk.photos[row["photo"]],
        language=desk.built.services[slug].language,
        defaults={"alt_text": row["photo_alt"], "caption": row["photo_caption"]},
    )
