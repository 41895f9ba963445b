"""Secret preview links: made, ended, and found again by what stands in their address."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from articles.models import PreviewLink, Story, StoryVersion
from articles.publishing.actors import Actor, SystemActor, name_of, user_of
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.record import add_version, log
from articles.publishing.refusals import WrongState
from articles.publishing.snapshot import content_hash, snapshot
from articles.text.sanitise import clean_line
from articles.vocabularies import Verb, VersionKind, WorkflowStatus

LONGEST_LIFE = timedelta(days=7)
LONGEST_WHOM = 120
MOST_OPEN = 20
LENGTH = 43  # 256 bits in an address


@dataclass(frozen=True)
class Sharing:
    """``key`` is new for each form that is opened: the same one twice is one link.

    ``is_frozen``: what is saved now, whatever is written later; else always the newest.
    """

    key: UUID
    lasts: timedelta
    is_frozen: bool = True
    for_whom: str = ""


@transaction.atomic
def make_link(
    story: Story, sharing: Sharing, *, actor: Actor, now: datetime
) -> tuple[PreviewLink, str]:
    """The link and its token, which is told here and never again."""
    story = lock_story(story)
    require(actor, Deed.SHARE_PREVIEW, story)
    _check(story, sharing)
    token = _token(story, sharing, actor)
    known = PreviewLink.objects.filter(token_hash=hash_of(token)).first()
    if known is None:
        _refuse_too_many(story, now)
        return _made(story, sharing, token, actor, now), token
    if known.revoked_at or known.expires_at <= now:
        raise WrongState(_("This link was made before, and is over. Open the page anew."))
    return known, token


@transaction.atomic
def end_link(link: PreviewLink, *, actor: Actor, now: datetime) -> None:
    """From now on it answers that it is over; a second click changes nothing."""
    story = lock_story(link.story)
    require(actor, Deed.SHARE_PREVIEW, story)
    link.refresh_from_db()
    if link.revoked_at:
        return
    link.revoked_at, link.revoked_by_name = now, name_of(actor)
    link.save(update_fields=["revoked_at", "revoked_by_name"])
    log(Verb.UNSHARE, story, actor=actor, now=now, service=story.service, link=link.pk)


def link_called(token: str) -> PreviewLink | None:
    """Whatever its state; None for what nobody has made."""
    if len(token) != LENGTH or not token.isascii():
        return None
    links = PreviewLink.objects.select_related("story__service", "version", "made_by")
    return links.filter(token_hash=hash_of(token)).first()


def is_open(link: PreviewLink, now: datetime) -> bool:
    """Whoever is shut out of the desk leaves no door open behind."""
    is_killed = link.story.workflow_status == WorkflowStatus.KILLED
    is_over = link.revoked_at is not None or link.expires_at <= now
    return not (is_killed or is_over or has_no_keeper(link))


def has_no_keeper(link: PreviewLink) -> bool:
    return link.made_by is None or not link.made_by.is_active


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _check(story: Story, sharing: Sharing) -> None:
    if story.workflow_status == WorkflowStatus.KILLED:
        raise WrongState(_("This story was killed: nobody outside may read it."))
    if not timedelta() < sharing.lasts <= LONGEST_LIFE:
        raise WrongState(_("A preview link lasts at most seven days."))
    if len(clean_line(sharing.for_whom)) > LONGEST_WHOM:
        raise WrongState(
            _("Say for whom it is in at most %(most)s characters.") % {"most": LONGEST_WHOM}
        )


def _refuse_too_many(story: Story, now: datetime) -> None:
    """Nobody keeps an eye on more doors than that."""
    if story.preview_links.filter(revoked_at=None, expires_at__gt=now).count() >= MOST_OPEN:
        raise WrongState(
            _("This story has %(most)s open links already: end one first.") % {"most": MOST_OPEN}
        )


def _token(story: Story, sharing: Sharing, actor: Actor) -> str:
    """Not to be guessed without our secret, and the same when a form is sent twice."""
    user = user_of(actor)
    said = f"{story.pk}:{user.pk if user else 0}:{sharing.key}"
    digest = salted_hmac("articles.preview-link", said, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _made(story: Story, sharing: Sharing, token: str, actor: Actor, now: datetime) -> PreviewLink:
    link = PreviewLink.objects.create(
        story=story,
        version=_frozen(story, actor, now) if sharing.is_frozen else None,
        token_hash=hash_of(token),
        for_whom=clean_line(sharing.for_whom),
        made_by=user_of(actor),
        made_by_name=name_of(actor),
        made_at=now,
        expires_at=now + sharing.lasts,
    )
    log(
        Verb.SHARE, story, actor=actor, now=now, service=story.service, reason=link.for_whom,
        link=link.pk, expires_at=link.expires_at.isoformat(),
    )  # fmt: skip
    return link


def _frozen(story: Story, actor: Actor, now: datetime) -> StoryVersion:
    """The newest version if it is what is saved, else a new one; who froze it wrote nothing."""
    content, newest = snapshot(story), story.versions.order_by("-number").first()
    if newest and newest.content_hash == content_hash(content):
        return newest
    maker = SystemActor(name_of(actor))
    return add_version(story, content, VersionKind.SAVED, actor=maker, now=now)
