"""Which notices hold for readers in one place: in force, coming and ended, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.admin.notice_access import form_of
from articles.admin.notice_languages import concerns_service
from articles.admin.notice_terms import in_both, in_utc, term
from articles.admin.region_groups import stage_of, versions_approved
from articles.legal.atlas import Place
from articles.legal.law import law_at, next_boundary
from articles.legal.rules import Rule, rule_from
from articles.legal.verdict import judge_place
from articles.models import LanguageService, NoticeVersion
from articles.pages.standing import Standing
from articles.publishing.notice_names import Names, language_name, names_of
from articles.publishing.notice_summary import summary
from articles.publishing.permissions import Deed, services_where
from articles.vocabularies import NoticeKind, Reach

MOST_BOUNDARIES = 60


@dataclass(frozen=True)
class Held:
    """A notice as it holds in one place."""

    version: NoticeVersion
    rule: Rule
    kind: str
    surely: str
    summary: str
    when: str
    services: str
    url: str


@dataclass(frozen=True)
class ServiceThere:
    service: LanguageService
    notices: tuple[tuple[str, str], ...]


def law_of_place(place: Place, user: User, data: Standing, now: datetime) -> dict[str, Any]:
    """What the page of one region shows."""
    versions = versions_approved(user, now)
    words = names_of([version.content for version in versions], user)
    services = list(services_where(user, Deed.VIEW_NOTICE))
    held: dict[str, list[Held]] = {"in_force": [], "coming": [], "ended": []}
    for version in versions:
        if one := _held(version, place, data, services, words, now):
            held[stage_of(version, now)].append(one)
    law = law_at(data.book.rules, data.book.atlas, now)
    return held | {
        "zone": law.zone(place),
        "next_change": _next_change(place, data, now),
        "services": [_there(one, held["in_force"]) for one in services],
    }


def _held(
    version: NoticeVersion,
    place: Place,
    data: Standing,
    services: Sequence[LanguageService],
    words: Names,
    now: datetime,
) -> Held | None:
    """None when no reader there is shown it."""
    rule = rule_from(version)
    verdict = judge_place(rule, place, data.book.atlas, _moment(version, now))
    if not verdict.shown:
        return None
    zone = str(version.content["legal_timezone"])
    return Held(
        version=version,
        rule=rule,
        kind=term(NoticeKind, rule.kind),
        surely=_surely(rule, prominent=verdict.prominent),
        summary=summary(version.content, names=words),
        when=_when(version, zone, now),
        services=_services(rule, services),
        url=form_of(version.notice),
    )


def _moment(version: NoticeVersion, now: datetime) -> datetime:
    """The day on which memberships are asked: today, or when it starts, or its last."""
    if version.starts_at > now:
        return version.starts_at
    ends = [moment for moment in (version.ends_at, version.retired_at, now) if moment]
    return max(min(ends), version.starts_at)


def _surely(rule: Rule, *, prominent: bool) -> str:
    if prominent:
        return _("certainly")
    if rule.reach == Reach.EVERYONE:
        return _("as everybody, not as those it is meant for")
    return _("perhaps: the place is not certain, so it is shown")


def _when(version: NoticeVersion, zone: str, now: datetime) -> str:
    if version.retired_at:
        return _("retired %(when)s") % {"when": in_both(version.retired_at, zone)}
    if version.ends_at and version.ends_at <= now:
        return _("ended %(when)s") % {"when": in_both(version.ends_at, zone)}
    start = _("from %(when)s") % {"when": in_both(version.starts_at, zone)}
    if not version.ends_at:
        return start
    return _("%(start)s until %(when)s") % {"start": start, "when": in_both(version.ends_at, zone)}


def _services(rule: Rule, services: Iterable[LanguageService]) -> str:
    services = list(services)
    concerned = [one for one in services if concerns_service(rule, one)]
    if len(concerned) == len(services):
        return _("all services")
    return ", ".join(one.name for one in concerned) or _("none of your services")


def _there(service: LanguageService, in_force: Sequence[Held]) -> ServiceThere:
    """What stands in one service, with the language in which its readers get it."""
    languages = (service.language, *service.fallback_languages)
    notices = tuple(
        (held.rule.slug, language_name(held.rule.text_in(languages).language))
        for held in in_force
        if concerns_service(held.rule, service)
    )
    return ServiceThere(service, notices)


def _next_change(place: Place, data: Standing, now: datetime) -> str:
    """When readers there are next shown something else than now, without anybody's doing."""
    rules, atlas = data.book.rules, data.book.atlas
    zone, moment = law_at(rules, atlas, now).zone(place), next_boundary(rules, atlas, now)
    for _step in range(MOST_BOUNDARIES):
        if moment is None:
            return ""
        if law_at(rules, atlas, moment).zone(place) != zone:
            return in_utc(moment)
        moment = next_boundary(rules, atlas, moment)
    return ""
