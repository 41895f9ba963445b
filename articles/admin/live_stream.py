"""The stream of a live story at the desk: everybody's drafts, then what was posted."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db.models import Prefetch, Q
from django.utils.dateparse import parse_datetime
from django.utils.safestring import SafeString, mark_safe

from articles.admin.live_form import EntryForm, people_for, typed_of
from articles.admin.photo_list import SMALL_FILES
from articles.models import Contributor, LiveCoverage, LiveEntry, Photo, PublishedStory, Story
from articles.pages.addresses import entry_path, story_path
from articles.publishing.clock import in_zone
from articles.publishing.live.draft_entry import MOST_DRAFTS
from articles.publishing.permissions import Deed, may
from articles.text.marked import marked_to_html
from articles.vocabularies import EntryStatus, PubStatus, StoryType

PAGE = 30


@dataclass(frozen=True)
class Row:
    """``mark`` changes with the entry, so that the script knows which rows are other ones now."""

    entry: LiveEntry
    html: SafeString
    when: str
    path: str
    form: EntryForm
    picture: str
    refusal: str = ""

    @property
    def mark(self) -> str:
        return f"{self.entry.number}"

    @property
    def is_draft(self) -> bool:
        return self.entry.status == EntryStatus.DRAFT

    @property
    def is_removed(self) -> bool:
        return self.entry.status == EntryStatus.REMOVED


@dataclass(frozen=True)
class Refused:
    """A form that came back: its entry (0: the composer), what was typed, and why not."""

    entry_id: int
    form: EntryForm | None
    sentence: str


def stream_context(
    story: Story, user: User, older: str = "", refused: Refused | None = None
) -> dict[str, Any]:
    """All that the stream shows; seven queries for any number of entries."""
    on_air = PublishedStory.objects.filter(story=story, pub_status=PubStatus.USABLE).first()
    posted, people = _posted(story, older), list(people_for(story, user))
    drafts = [] if older else _drafts(story)
    coverage = LiveCoverage.objects.filter(story=story).first()
    ended_at = coverage.ended_at if coverage else None
    last = posted[PAGE - 1] if len(posted) > PAGE else None
    return {
        "story": story,
        "on_air": on_air if on_air and on_air.story_type == StoryType.LIVE else None,
        "live_path": on_air and story_path(story.service.slug, on_air.slug, story.pk),
        "drafts": [_row(entry, story, on_air, user, refused, people) for entry in drafts],
        "rows": [_row(entry, story, on_air, user, refused, people) for entry in posted[:PAGE]],
        "older": f"{last.posted_at.isoformat()}_{last.pk}" if last and last.posted_at else "",
        # Where one is among older entries, and stays when something is done to one of them.
        "here": f"?{urlencode({'older': older})}" if older else "",
        "ended": in_zone(ended_at, story.service.time_zone) if ended_at else "",
        "may_post": may(user, Deed.POST_ENTRY, story),
        "may_draft": may(user, Deed.WRITE_STORY, story),
        "next_key": uuid.uuid4(),
    }


def _posted(story: Story, older: str) -> list[LiveEntry]:
    rows = _fetched(story).filter(posted_at__isnull=False).order_by("-posted_at", "-id")
    if key := key_in(older):
        moment, number = key
        rows = rows.filter(Q(posted_at__lt=moment) | Q(posted_at=moment, pk__lt=number))
    return list(rows[: PAGE + 1])


def _drafts(story: Story) -> list[LiveEntry]:
    return list(_fetched(story).filter(status=EntryStatus.DRAFT).order_by("-id")[:MOST_DRAFTS])


def _fetched(story: Story) -> Any:
    photos = Photo.objects.prefetch_related(SMALL_FILES)
    rows = LiveEntry.objects.filter(story=story).select_related("contributor")
    return rows.prefetch_related(Prefetch("photo", queryset=photos))


def key_in(text: str) -> tuple[datetime, int] | None:
    """As the link to older entries has it; nonsense is as good as nothing."""
    moment, _under, number = text.partition("_")
    try:
        when = parse_datetime(moment)
    except ValueError:
        return None
    if when is None or when.tzinfo is None or not (number.isascii() and number.isdigit()):
        return None
    return when, min(int(number[:18]), 2**62)


def _row(
    entry: LiveEntry,
    story: Story,
    on_air: PublishedStory | None,
    user: User,
    refused: Refused | None,
    people: list[Contributor],
) -> Row:
    came_back = refused if refused and refused.entry_id == entry.pk else None
    form = came_back.form if came_back else None
    slug = on_air.slug if on_air else ""
    is_seen = on_air and entry.status == EntryStatus.ON_AIR
    files = getattr(entry.photo, "small_files", []) if entry.photo else []
    return Row(
        entry=entry,
        html=mark_safe(marked_to_html(entry.text)),  # noqa: S308  cleaned
        when=in_zone(entry.posted_at or entry.changed_at, story.service.time_zone),
        path=entry_path(story.service.slug, slug, story.pk, entry.pk) if is_seen else "",
        form=form
        or EntryForm(story, user, initial=typed_of(entry), prefix=f"e{entry.pk}", people=people),
        picture=files[0].file.url if files else "",
        refusal=came_back.sentence if came_back else "",
    )
