"""Whose words a notice holds: its author never approves it, whoever proposed it."""

from __future__ import annotations

from articles.models import LegalNotice, NoticeVersion
from articles.publishing.actors import Actor, user_of
from articles.publishing.notice_snapshot import notice_snapshot
from articles.publishing.snapshot import content_hash
from articles.vocabularies import NoticeStatus


def is_author(version: NoticeVersion, actor: Actor) -> bool:
    """Whether ``actor`` proposed the version, or wrote the words that it proposes."""
    person = getattr(actor, "pk", None)
    return person is not None and person in (version.proposed_by_id, version.notice.written_by_id)


def content_now(notice: LegalNotice) -> str:
    """The hash of the stored working copy; empty before there is one."""
    stored = LegalNotice.objects.filter(pk=notice.pk).first() if notice.pk else None
    return content_hash(notice_snapshot(stored)) if stored else ""


def note_author(notice: LegalNotice, before: str, *, actor: Actor) -> None:
    """Call in the transaction that saved it; ``before`` is what ``content_now`` said before.

    Changed words are unapproved words (the version in force stays in force); words that are
    again those of the newest version are what that is.
    """
    after = content_now(notice)
    if after == before:
        return
    notice.written_by = user_of(actor)
    notice.status = _status(notice, after)
    notice.save(update_fields=["written_by", "status", "changed_at"])


def _status(notice: LegalNotice, content: str) -> str:
    newest = notice.versions.order_by("-number").first()
    if newest is None or newest.content_hash != content:
        return NoticeStatus.DRAFT
    if newest.retired_at:
        return NoticeStatus.RETIRED
    return NoticeStatus.APPROVED if newest.approved_at else NoticeStatus.PROPOSED
