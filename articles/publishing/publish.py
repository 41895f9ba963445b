"""Publish: put the working copy on air."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.caching import ledger
from articles.models import (
    PublishedPhoto,
    PublishedStory,
    Story,
    StorySchedule,
    StoryVersion,
)
from articles.publishing.actors import Actor
from articles.publishing.document import Page, build_page
from articles.publishing.keep_words import keep_words
from articles.publishing.listing import enter_lists, leave_lists, local_day
from articles.publishing.live.on_air import coverage_document, put_entries_on_air
from articles.publishing.locking import lock_photos, lock_story
from articles.publishing.once_more import once_more
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_files import order_crops
from articles.publishing.preflight import blocking, preflight
from articles.publishing.record import add_version, log
from articles.publishing.refusals import NotFit, WrongState
from articles.publishing.second_pair import second_pair
from articles.publishing.share_cards import note_card
from articles.publishing.snapshot import Content, content_hash, snapshot
from articles.publishing.tell_update import tell_update
from articles.publishing.touched import known_to_law, tags_of
from articles.text.slugs import slug_for
from articles.vocabularies import PubStatus, ReviewStatus, Verb, VersionKind, WorkflowStatus


@once_more
@transaction.atomic
def publish(
    story: Story,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "",
    told: str = "",
    first_published_at: datetime | None = None,
    revised_at: datetime | None = None,
) -> PublishedStory:
    """Put ``story`` as it is saved on air; publishing the same content again changes nothing.

    ``told``: what readers are told of this version, when the story is on air already.
    The two dates are for what was published elsewhere before (archives, agencies); else ``now``.
    Raises NotAllowed, or NotFit with the preflight's blocking problems.
    """
    story = lock_story(story)
    require(actor, Deed.PUBLISH, story)
    content = content_of(story)
    lock_photos(content, story)  # none is killed between a look and the air
    problems = [*blocking(preflight(story, now=now)), *second_pair(story, actor)]
    if problems:
        raise NotFit(problems)
    if told:
        tell_update(story, told, now=now)
        content = content_of(story)
    return go_on_air(
        story,
        content,
        actor=actor,
        now=now,
        reason=reason,
        first_published_at=first_published_at,
        revised_at=revised_at,
    )


def content_of(story: Story) -> Content:
    """The locked working copy as it would go on air: with an address."""
    story.slug = story.slug or slug_for(story.headline)
    return snapshot(story)


def go_on_air(
    story: Story,
    content: Content,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "",
    first_published_at: datetime | None = None,
    revised_at: datetime | None = None,
    verb: Verb = Verb.PUBLISH,
    read_up_to: int = 0,
) -> PublishedStory:
    """Readers see ``content`` of the locked story; whether they may is asked by the caller.

    ``read_up_to``: the newest version that ``content`` holds; 0: all that there are.
    """
    # By hand or by the clock: what waited is older than this now, and must not come after it.
    StorySchedule.objects.filter(story=story).delete()
    if current := _already_on_air(story, content):
        return current
    before = tags_of(story)
    version = add_version(
        story, content, VersionKind.PUBLISHED, actor=actor, now=now, reason=reason
    )
    story.read_up_to = read_up_to or version.number
    if verb == Verb.PUBLISH_ALONE:
        story.alone_at = now
    story.published_at = story.published_at or first_published_at or now
    mark_live(story, content)
    on_air = put_on_air(version, revised_at=revised_at or now, now=now)
    log(
        verb, story, actor=actor, now=now, service=story.service,
        reason=reason, version=version.number, law=known_to_law(on_air),
    )  # fmt: skip
    ledger.write(before | tags_of(story), now=now)
    return on_air


def mark_live(story: Story, content: Content) -> None:
    """What was scheduled may be older than the working copy, whose review goes on then."""
    story.slug = story.slug or content["slug"]
    if content_hash(snapshot(story)) == content_hash(content):
        story.workflow_status = WorkflowStatus.LIVE
        story.review_status, story.approved_hash = ReviewStatus.NONE, ""
    else:
        story.workflow_status = WorkflowStatus.LIVE_CHANGED
    story.save()


def put_on_air(version: StoryVersion, *, revised_at: datetime, now: datetime) -> PublishedStory:
    """Make the one public row from a version, with photos as rights allow them ``now``.

    The caller holds the lock and writes the ledger.
    """
    story, content = version.story, version.content
    if PublishedStory.objects.filter(story=story, pub_status=PubStatus.CANCELED).exists():
        raise WrongState(_("This story was killed. That is final for its address."))
    page = build_page(content, story.service, at=now)
    coverage = coverage_document(content["story_type"], story.pk)
    published_at = story.published_at or revised_at
    on_air, is_new = PublishedStory.objects.update_or_create(
        story=story,
        defaults={
            "version": version,
            "service": story.service,
            "section_id": content["section_id"],
            "translation_key": story.translation_key,
            "slug": content["slug"],
            "kicker": content["kicker"],
            "headline": content["headline"],
            "standfirst": content["standfirst"],
            "story_type": content["story_type"],
            "urgency": content["urgency"],
            "breaking_until": _moment(content["breaking_until"]),
            "published_at": published_at,
            "local_day": local_day(published_at, story.service),
            "revised_at": revised_at,
            "card": page.card | coverage,
            "document": page.document | coverage,
        },
    )
    if not is_new:
        leave_lists(on_air)
    enter_lists(on_air, content["topics"], page.authors)
    _note_photos(on_air, page)
    keep_words(version, page.words)
    put_entries_on_air(on_air, now=now)
    order_crops(content, now=now)
    note_card(on_air, now=now)
    return on_air


def _note_photos(on_air: PublishedStory, page: Page) -> None:
    on_air.shown_photos.all().delete()
    PublishedPhoto.objects.bulk_create(
        PublishedPhoto(on_air=on_air, photo_id=photo_id, until=until)
        for photo_id, until in page.photos.items()
    )


def _already_on_air(story: Story, content: Content) -> PublishedStory | None:
    """A double click, or a second editor with the same text: nothing to do."""
    if story.workflow_status not in (WorkflowStatus.LIVE, WorkflowStatus.LIVE_CHANGED):
        return None
    on_air = PublishedStory.objects.select_related("version").get(story=story)
    if on_air.version.content_hash != content_hash(content):
        return None
    # Not part of the content: a story may be joined to other language versions, and nothing else.
    if on_air.translation_key != story.translation_key:
        return None
    mark_live(story, content)
    return on_air


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None
