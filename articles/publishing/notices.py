"""The verbs on legal notices: propose, approve with four eyes, retire."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles.models import LegalNotice, NoticeVersion
from articles.publishing.actors import Actor, user_of
from articles.publishing.law_change import law_changed
from articles.publishing.manifest import take_turn
from articles.publishing.notice_authors import is_author
from articles.publishing.notice_preflight import notice_problems
from articles.publishing.notice_snapshot import notice_snapshot
from articles.publishing.permissions import Deed, require
from articles.publishing.preflight import blocking
from articles.publishing.record import log, reason_given
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.snapshot import content_hash
from articles.vocabularies import NoticeStatus, Verb


@transaction.atomic
def propose(notice: LegalNotice, *, actor: Actor, now: datetime) -> NoticeVersion:
    """Put the notice as it stands before a second person; the approved version stays in force."""
    notice = _lock(notice)
    require(actor, Deed.EDIT_NOTICE, notice)
    if problems := blocking(notice_problems(notice, now)):
        raise NotFit(problems)
    content = notice_snapshot(notice)
    newest = notice.versions.order_by("-number").first()
    if newest and newest.content_hash == content_hash(content) and not newest.retired_at:
        return newest
    version = NoticeVersion.objects.create(
        notice=notice,
        number=(notice.versions.aggregate(newest=Max("number"))["newest"] or 0) + 1,
        content=content,
        content_hash=content_hash(content),
        starts_at=notice.starts_at,
        ends_at=notice.ends_at,
        proposed_by=user_of(actor),
        proposed_at=now,
    )
    notice.status = NoticeStatus.PROPOSED
    notice.save()
    log(Verb.PROPOSE, notice, actor=actor, now=now, version=version.number)
    return version


@transaction.atomic
def approve(
    version: NoticeVersion, *, actor: Actor, now: datetime, seen_hash: str | None = None
) -> NoticeVersion:
    """Put a proposed version in force, in place of the one before.

    The approver neither wrote nor proposed it; a proposal that was changed since, or that a
    newer one replaced, cannot be approved. ``seen_hash`` is of what the approver was shown.
    """
    take_turn(now)
    notice, version = _lock_for_approval(version, actor, seen_hash)
    if is_author(version, actor):
        raise NotAllowed(_("A notice is approved by somebody else than its author."))
    _put_in_force(notice, version, actor, now)
    files = law_changed(f"approve {notice.slug} v{version.number}", now=now)
    log(Verb.APPROVE, notice, actor=actor, now=now, version=version.number, files=files)
    return version


@transaction.atomic
def approve_alone(
    version: NoticeVersion,
    *,
    actor: Actor,
    now: datetime,
    reason: str,
    seen_hash: str | None = None,
) -> NoticeVersion:
    """Emergency: one legal officer puts a proposal in force, the own one, too.

    It is logged, and flagged until a second person has reviewed it.
    """
    take_turn(now)
    notice, version = _lock_for_approval(version, actor, seen_hash)
    if not (reason := reason_given(reason)):
        raise WrongState(_("An approval by one person needs a reason: why it cannot wait."))
    version.emergency_reason = reason
    _put_in_force(notice, version, actor, now)
    files = law_changed(f"approve {notice.slug} v{version.number} in an emergency", now=now)
    log(
        Verb.APPROVE_ALONE, notice, actor=actor, now=now,
        reason=reason, version=version.number, files=files,
    )  # fmt: skip
    return version


@transaction.atomic
def review(version: NoticeVersion, *, actor: Actor, now: datetime) -> NoticeVersion:
    """The second pair of eyes on an emergency approval, afterwards."""
    notice = _lock(version.notice)
    version = NoticeVersion.objects.select_for_update().get(pk=version.pk)
    require(actor, Deed.APPROVE_NOTICE, notice)
    if not version.emergency_reason or version.reviewed_at or version.retired_at:
        raise WrongState(_("Nothing of this notice awaits a review."))
    if version.approved_by_id == getattr(actor, "pk", None):
        raise NotAllowed(_("An emergency approval is reviewed by somebody else."))
    version.reviewed_by, version.reviewed_at = user_of(actor), now
    version.save(update_fields=["reviewed_by", "reviewed_at"])
    log(Verb.REVIEW, notice, actor=actor, now=now, version=version.number)
    return version


@transaction.atomic
def retire(notice: LegalNotice, *, actor: Actor, now: datetime, reason: str) -> None:
    """Take the version in force away from every page."""
    take_turn(now)
    notice = _lock(notice)
    require(actor, Deed.APPROVE_NOTICE, notice)
    if not (reason := reason_given(reason)):
        raise WrongState(_("Retiring a notice needs a reason: it goes into the log."))
    if not notice.versions.in_force().update(retired_at=now):
        raise WrongState(_("No version of this notice is in force."))
    notice.status = NoticeStatus.RETIRED
    notice.save()
    files = law_changed(f"retire {notice.slug}", now=now)
    log(Verb.RETIRE, notice, actor=actor, now=now, reason=reason, files=files)


def _lock(notice: LegalNotice) -> LegalNotice:
    return LegalNotice.objects.select_for_update().get(pk=notice.pk)


def _lock_for_approval(
    version: NoticeVersion, actor: Actor, seen_hash: str | None
) -> tuple[LegalNotice, NoticeVersion]:
    notice = _lock(version.notice)
    version = NoticeVersion.objects.select_for_update().get(pk=version.pk)
    version.notice = notice
    require(actor, Deed.APPROVE_NOTICE, notice)
    if seen_hash is not None and seen_hash != version.content_hash:
        raise WrongState(_("This is not the version that you were shown: read the new one first."))
    if version.approved_at:
        raise WrongState(_("This version was approved already."))
    if version.content_hash != content_hash(notice_snapshot(notice)):
        raise WrongState(_("The notice was changed after this proposal: propose it again."))
    if notice.versions.filter(number__gt=version.number).exists():
        raise WrongState(_("A newer proposal replaces this one."))
    return notice, version


def _put_in_force(notice: LegalNotice, version: NoticeVersion, actor: Actor, now: datetime) -> None:
    notice.versions.in_force().update(retired_at=now)
    version.approved_by, version.approved_at = user_of(actor), now
    version.save(update_fields=["approved_by", "approved_at", "emergency_reason"])
    notice.status = NoticeStatus.APPROVED
    notice.save()
