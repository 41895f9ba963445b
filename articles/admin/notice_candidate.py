"""What is looked at before approval: a notice's working copy or one of its versions, as a rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils.translation import gettext as _

from articles.legal.rules import Rule, rule_from
from articles.models import LegalNotice, NoticeVersion
from articles.publishing.notice_snapshot import notice_snapshot
from articles.publishing.snapshot import Content, content_hash

DRAFT = "draft"
# Of a working copy that is no version yet: later than all others, where only the id decides.
NOT_YET = 2**62


@dataclass(frozen=True)
class Candidate:
    """``rule`` is None while the notice has no text: then there is nothing to show anybody."""

    notice: LegalNotice
    content: Content
    version: NoticeVersion | None
    rule: Rule | None

    @property
    def key(self) -> str:
        """The value of the parameter ``of``."""
        return str(self.version.number) if self.version else DRAFT

    @property
    def label(self) -> str:
        if self.version is None:
            return _("the working copy")
        return _("version %(number)s") % {"number": self.version.number}

    def moment(self, now: datetime) -> datetime:
        """When to look: now, or at the start of what is still to come."""
        return max(now, self.rule.starts_at) if self.rule else now


def of_version(version: NoticeVersion) -> Candidate:
    rule = rule_from(version) if version.content["texts"] else None
    return Candidate(version.notice, version.content, version, rule)


def of_working_copy(notice: LegalNotice) -> Candidate:
    content = notice_snapshot(notice)
    unsaved = NoticeVersion(
        pk=NOT_YET,
        notice=notice,
        number=0,
        content=content,
        content_hash=content_hash(content),
        starts_at=notice.starts_at,
        ends_at=notice.ends_at,
    )
    return Candidate(notice, content, None, rule_from(unsaved) if content["texts"] else None)


def candidate_called(notice: LegalNotice, key: str) -> Candidate:
    """``draft``, a version's number, or empty for the newest; anything else is not found."""
    if key == DRAFT:
        return of_working_copy(notice)
    if not key:
        return newest(notice)
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        raise Http404
    version = notice.versions.filter(number=int(key)).first()
    if version is None:
        raise Http404
    version.notice = notice
    return of_version(version)


def newest(notice: LegalNotice) -> Candidate:
    """The newest version while the working copy is equal to it, else the working copy."""
    version = notice.versions.order_by("-number").first()
    working_copy = of_working_copy(notice)
    if version is None or version.content_hash != content_hash(working_copy.content):
        return working_copy
    version.notice = notice
    return of_version(version)
