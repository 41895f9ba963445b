"""What each verb on a notice asks, of whom, and why it sometimes asks nothing."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.admin.notice_access import in_force, newest_version, page_of
from articles.admin.notice_approval import Judgement
from articles.admin.notice_candidate import Candidate, of_version, of_working_copy
from articles.admin.notice_terms import in_utc
from articles.models import LegalNotice, NoticeVersion
from articles.publishing.actors import name_of
from articles.publishing.notice_authors import is_author
from articles.publishing.notice_preflight import notice_problems
from articles.publishing.notice_snapshot import notice_snapshot
from articles.publishing.snapshot import content_hash


def ask_to_propose(notice: LegalNotice, now: datetime) -> Judgement:
    version, current = newest_version(notice), in_force(notice)
    candidate = of_working_copy(notice)
    why_not = ""
    if version and not version.retired_at and _is_same(version, candidate):
        why_not = _(
            "Nothing has changed since version %(number)s: there is nothing to propose."
        ) % {"number": version.number}
    return Judgement(
        title=_("Propose"),
        question=_("Somebody else will be asked to approve exactly what this page shows."),
        candidate=candidate,
        before=current,
        button="" if why_not else _("Propose"),
        why_not=why_not,
        problems=tuple(notice_problems(notice, now)),
    )


def ask_to_approve(notice: LegalNotice, actor: User, now: datetime) -> Judgement:
    version = newest_version(notice)
    if version is None:
        return _nothing(notice, _("Approve"), _("Nothing of this notice was proposed yet."))
    why_not, ways = _why_not_approve(notice, version, actor)
    number = {"number": version.number}
    return Judgement(
        title=_("Approve version %(number)s") % number,
        question=_("You approve exactly what this page shows. Readers whom it concerns see it "
                   "from its start on, on every page, the archive included."),
        candidate=of_version(version),
        before=_before(notice, version),
        button="" if why_not else _("Approve version %(number)s") % number,
        why_not=why_not,
        other_ways=ways,
        problems=tuple(notice_problems(notice, now)),
    )  # fmt: skip


def ask_to_approve_alone(notice: LegalNotice, now: datetime) -> Judgement:
    version = newest_version(notice)
    if version is None:
        return _nothing(notice, _("Approve alone"), _("Nothing of this notice was proposed yet."))
    why_not = _settled(version) or _changed_since(notice, version)
    return Judgement(
        title=_("Approve alone in an emergency"),
        question=_("The notice comes into force on your word alone. That is logged with your "
                   "reason, and stays flagged until somebody else has reviewed it."),
        candidate=of_version(version),
        before=_before(notice, version),
        button="" if why_not else _("Approve alone now"),
        why_not=why_not,
        needs_reason=True,
        reason_label=_("Why it cannot wait for a second person"),
        danger=True,
        problems=tuple(notice_problems(notice, now)),
    )  # fmt: skip


def ask_to_review(notice: LegalNotice, actor: User, now: datetime) -> Judgement:
    version = notice.versions.awaiting_review().select_related("approved_by").first()
    if version is None:
        return _nothing(notice, _("Review"), _("Nothing of this notice awaits a review."))
    version.notice = notice
    is_own = version.approved_by_id == actor.pk
    words = {"who": _person(version.approved_by), "when": in_utc(version.approved_at or now)}
    return Judgement(
        title=_("Review the emergency approval of version %(number)s")
        % {"number": version.number},
        question=_("%(who)s put this in force alone on %(when)s. With your review it counts as "
                   "approved by two people.") % words,
        candidate=of_version(version),
        before=_before(notice, version),
        reviews=True,
        button="" if is_own else _("I have reviewed it: it may stay"),
        why_not=_("You approved this version alone: somebody else has to review it.")
        if is_own
        else "",
        other_ways=((_("Retire the notice …"), page_of(notice, "retire")),),
    )  # fmt: skip


def ask_to_retire(notice: LegalNotice, now: datetime) -> Judgement:  # noqa: ARG001
    version = in_force(notice)
    if version is None:
        why_not = _("No version of this notice is in force: readers see nothing of it.")
        return _nothing(notice, _("Retire"), why_not)
    version.notice = notice
    return Judgement(
        title=_("Retire"),
        question=_(
            "The notice disappears from every page at once. What readers lose is shown above."
        ),
        candidate=of_version(version),
        before=version,
        retires=True,
        button=_("Retire the notice"),
        needs_reason=True,
        reason_label=_("Reason, for the log"),
        danger=True,
    )


def _nothing(notice: LegalNotice, title: str, why_not: str) -> Judgement:
    return Judgement(title, "", of_working_copy(notice), in_force(notice), why_not=why_not)


def _why_not_approve(
    notice: LegalNotice, version: NoticeVersion, actor: User
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Why there is no button, and what else can be done; both empty where there is one."""
    if sentence := _settled(version):
        return sentence, ()
    if sentence := _changed_since(notice, version):
        return sentence, ((_("Propose …"), page_of(notice, "propose")),)
    if is_author(version, actor):
        alone = (_("Approve alone in an emergency …"), page_of(notice, "alone"))
        if version.proposed_by_id == actor.pk:
            return _("You proposed this version: somebody else has to approve it."), (alone,)
        return _("You wrote these words: somebody else has to approve them."), (alone,)
    return "", ()


def _settled(version: NoticeVersion) -> str:
    if not version.approved_at:
        return ""
    words = {
        "number": version.number,
        "who": _person(version.approved_by),
        "when": in_utc(version.approved_at),
    }
    return (
        _("Version %(number)s was approved by %(who)s on %(when)s. Nothing awaits approval.")
        % words
    )


def _changed_since(notice: LegalNotice, version: NoticeVersion) -> str:
    if version.content_hash == content_hash(notice_snapshot(notice)):
        return ""
    return _("The notice was changed after this proposal: propose it again.")


def _is_same(version: NoticeVersion, candidate: Candidate) -> bool:
    return version.content_hash == content_hash(candidate.content)


def _before(notice: LegalNotice, version: NoticeVersion) -> NoticeVersion | None:
    """What readers saw before ``version``: the one in force, or the one that it replaced."""
    if not version.approved_at:
        return in_force(notice)
    earlier = notice.versions.filter(
        number__lt=version.number, approved_at__isnull=False, retired_at=version.approved_at
    )
    return earlier.order_by("-number").first()


def _person(user: User | None) -> str:
    return name_of(user) if user else _("the system")
