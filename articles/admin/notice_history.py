"""The history of a notice: every version, who stood for it, when it was in force, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.notice_access import notice_for
from articles.admin.notice_diff import NoticeDiff, notice_diff
from articles.admin.notice_terms import in_both
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.models import EditorialLog, LegalNotice, NoticeVersion
from articles.publishing.actors import name_of
from articles.publishing.notice_names import names_of
from articles.publishing.permissions import Deed
from articles.templatetags.desk_names import spoken_name
from articles.vocabularies import Verb

MOST = 200


@dataclass(frozen=True)
class Event:
    """“approved by Ana”, with the time in UTC and in the notice's legal zone."""

    what: str
    when: str
    reason: str = ""


@dataclass(frozen=True)
class VersionTold:
    version: NoticeVersion
    events: tuple[Event, ...]
    in_force: str
    previous: int


def history_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    notice = notice_for(request, notice_id, Deed.VIEW_NOTICE)
    versions = list(_versions(notice)[:MOST])
    old, new = _pair(request, versions)
    entries = list(EditorialLog.objects.filter(noun="legalnotice", noun_id=notice.pk)[:MOST])
    context = desk.each_context(request) | {
        "title": _("History"),
        "notice": notice,
        "opts": notice._meta,
        "versions": [_told(version, versions, entries) for version in versions],
        "entries": [
            (entry, in_both(entry.happened_at, notice.legal_timezone)) for entry in entries
        ],
        "old": old,
        "new": new,
        "is_whole": old is None,
        "diff": _diff(request, old, new),
    }
    return TemplateResponse(request, "admin/law/history.html", context)


def _versions(notice: LegalNotice) -> Any:
    people = ("proposed_by", "approved_by", "reviewed_by")
    return notice.versions.select_related(*people).order_by("-number")


def _pair(
    request: HttpRequest, versions: list[NoticeVersion]
) -> tuple[NoticeVersion | None, NoticeVersion | None]:
    """The two versions to compare: those asked for, else the newest and the one before it."""
    by_number = {version.number: version for version in versions}
    newest = versions[0].number if versions else 0
    new = _number(request.GET.get("new", ""), newest)
    old = _number(request.GET.get("old", ""), new - 1)
    if any(number > 0 and number not in by_number for number in (old, new)):
        raise Http404
    return by_number.get(old), by_number.get(new)


def _number(text: str, default: int) -> int:
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Http404
    return int(text)


def _diff(
    request: HttpRequest, old: NoticeVersion | None, new: NoticeVersion | None
) -> NoticeDiff | None:
    if new is None:
        return None
    contents = [version.content for version in (old, new) if version]
    names = names_of(contents, staff(request))
    return notice_diff(old.content if old else None, new.content, names)


def _told(
    version: NoticeVersion, versions: list[NoticeVersion], entries: list[EditorialLog]
) -> VersionTold:
    zone = str(version.content.get("legal_timezone", "UTC"))
    events = [_event(_("proposed by %(who)s"), version.proposed_by, version.proposed_at, zone)]
    if version.approved_at:
        what = _("approved by %(who)s")
        if version.emergency_reason:
            what = _("approved by %(who)s alone, in an emergency")
        reason = version.emergency_reason
        events.append(_event(what, version.approved_by, version.approved_at, zone, reason))
    if version.reviewed_at:
        events.append(_event(_("reviewed by %(who)s"), version.reviewed_by,
                             version.reviewed_at, zone))  # fmt: skip
    if version.retired_at:
        events.append(_end(version, version.retired_at, versions, entries, zone))
    previous = max((one.number for one in versions if one.number < version.number), default=0)
    return VersionTold(version, tuple(events), _span(version, zone), previous)


def _event(what: str, who: Any, when: datetime, zone: str, reason: str = "") -> Event:
    person = name_of(who) if who else _("the system")
    return Event(what % {"who": person}, in_both(when, zone), reason)


def _end(
    version: NoticeVersion,
    retired_at: datetime,
    versions: list[NoticeVersion],
    entries: list[EditorialLog],
    zone: str,
) -> Event:
    """Retired by somebody, or replaced by the version that was approved at that moment."""
    for other in versions:
        if other.number > version.number and other.approved_at == retired_at:
            what = _("replaced by version %(number)s") % {"number": other.number}
            return Event(what, in_both(retired_at, zone))
    for entry in entries:
        if entry.verb == Verb.RETIRE and entry.happened_at == retired_at:
            what = _("retired by %(who)s") % {"who": spoken_name(entry.actor_name)}
            return Event(what, in_both(retired_at, zone), entry.reason)
    return Event(_("retired"), in_both(retired_at, zone))


def _span(version: NoticeVersion, zone: str) -> str:
    """From when to when readers were, are or will be shown this version."""
    if not version.approved_at:
        return _("never in force so far")
    start = max(version.approved_at, version.starts_at)
    ends = [moment for moment in (version.retired_at, version.ends_at) if moment]
    if ends and min(ends) <= start:
        return _("never in force: it ended before it began")
    words = {"start": in_both(start, zone)}
    if not ends:
        return _("from %(start)s, without end") % words
    return _("from %(start)s until %(end)s") % (words | {"end": in_both(min(ends), zone)})
