"""Republish: what the library corrected reaches the pages that are on air.

Always the last *published* content, never the working copy: an editor's unfinished change must
not go out because somebody mended a caption.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from articles.caching import ledger
from articles.models import Contributor, PublishedStory
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_stories, lock_story
from articles.publishing.photo_files import withdraw_files
from articles.publishing.publish import put_on_air
from articles.publishing.record import add_version, log
from articles.publishing.share_cards import drop_replaced_cards
from articles.publishing.touched import known_to_law, tags_of
from articles.vocabularies import PubStatus, Verb, VersionKind


@transaction.atomic
def republish(
    on_air: PublishedStory, *, actor: Actor, now: datetime, reason: str, hard: bool = False
) -> None:
    """A new version with the same content, resolved against the library as it is now.

    ``hard``: the page before may not be shown any more, not even while the origin is down.
    """
    story = lock_story(on_air.story)
    current = PublishedStory.objects.select_related("version").get(story=story)
    before = tags_of(story)
    version = add_version(
        story, current.version.content, VersionKind.PUBLISHED, actor=actor, now=now, reason=reason
    )
    # Readers' "updated" tells of the text; a mended credit does not make old news new.
    on_air = put_on_air(version, revised_at=current.revised_at, now=now)
    cards = drop_replaced_cards(story) if hard else []
    log(
        Verb.PUBLISH, story, actor=actor, now=now, service=story.service,
        reason=reason, version=version.number, law=known_to_law(on_air), files=cards,
    )  # fmt: skip
    ledger.write(before | tags_of(story), now=now, hard=hard)
    withdraw_files(cards, now=now)


@transaction.atomic
@ledger.at_the_end()
def republish_all(
    rows: Iterable[PublishedStory], *, actor: Actor, now: datetime, reason: str, hard: bool = False
) -> None:
    rows = list(rows)
    lock_stories(on_air.pk for on_air in rows)
    for on_air in rows:
        republish(on_air, actor=actor, now=now, reason=reason, hard=hard)


def showing_publisher(publisher: Contributor) -> Iterable[PublishedStory]:
    """Stories on air under which the publisher is described."""
    named = Q(version__content__publisher_id=publisher.pk)
    by_default = Q(version__content__publisher_id=None, service__publisher=publisher)
    return PublishedStory.objects.filter(named | by_default, pub_status=PubStatus.USABLE)
