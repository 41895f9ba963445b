"""What a preview was asked for: a place, a moment, a story. Nonsense gets a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.http import Http404
from django.utils.translation import gettext as _

from articles.admin.notice_candidate import Candidate
from articles.admin.notice_page import on_air_for, page_asked, story_on_air
from articles.admin.notice_terms import time_zone
from articles.legal.atlas import UNKNOWN, Atlas, Place
from articles.models import PublishedStory
from articles.pages.standing import Standing
from articles.vocabularies import RegionKind, TargetDimension

UNKNOWN_CODE = "unknown"
PLACES = (RegionKind.COUNTRY, RegionKind.SUBDIVISION)
MOST_STORIES = 12
A_WHILE = timedelta(minutes=10)  # between typing "now" and asking for it
IN_ADDRESS = re.compile(r"/(\d{1,19})\.html")


class Nonsense(Exception):
    """What was asked for does not exist; ``str(error)`` says so in one sentence."""


@dataclass(frozen=True)
class StoryAsked:
    """One story, or several that fit the words typed."""

    row: PublishedStory | None
    choices: tuple[PublishedStory, ...] = ()


def place_asked(code: str, candidate: Candidate, atlas: Atlas) -> Place:
    """Without a code: the first place that the notice names."""
    if not code:
        return first_place(candidate, atlas)
    return place_called(code, atlas)


def place_called(code: str, atlas: Atlas) -> Place:
    if code == UNKNOWN_CODE:
        return UNKNOWN
    if atlas.kinds.get(code) not in PLACES:
        raise Nonsense(_("There is no place “%(code)s” in the atlas.") % {"code": code[:40]})
    return Place(code)


def first_place(candidate: Candidate, atlas: Atlas) -> Place:
    rule = candidate.rule
    named = sorted(rule.target(TargetDimension.REGION.value).include) if rule else []
    for code in sorted(named, key=lambda code: code in atlas.groups):
        members = [one.code for one in atlas.groups.get(code, ())]
        for region in members or [code]:
            if atlas.kinds.get(region) in PLACES:
                return Place(region)
    return UNKNOWN


def code_of(place: Place) -> str:
    return place.region or UNKNOWN_CODE


def moment_asked(text: str, candidate: Candidate, now: datetime) -> datetime:
    """Typed in the notice's legal time zone; never before now, for that is on record elsewhere."""
    if not text:
        return candidate.moment(now)
    zone = time_zone(candidate.notice.legal_timezone)
    try:
        typed = datetime.fromisoformat(text)
        moment = typed if typed.tzinfo else typed.replace(tzinfo=zone)
        is_past = moment < now - A_WHILE
    except (ValueError, OverflowError) as error:
        message = _("“%(text)s” is no date with a time, such as 2026-03-01T00:00.")
        raise Nonsense(message % {"text": text[:40]}) from error
    if not 1 < moment.year < 9000:
        raise Nonsense(_("The year %(year)s is too far away.") % {"year": moment.year})
    if is_past:
        raise Nonsense(_("A preview looks at now or later: what was shown before is on record."))
    return max(moment, now)


def story_asked(
    user: User, candidate: Candidate, data: Standing, asked: Mapping[str, str]
) -> StoryAsked:
    """By ``story`` (an id), or by ``q`` (an address or words of the headline); else the first."""
    if key := asked.get("story", ""):
        return StoryAsked(story_on_air(user, key))
    words = asked.get("q", "").strip()
    if not words:
        return StoryAsked(_first(user, candidate, data))
    number = IN_ADDRESS.search(words)
    if number or (words.isascii() and words.isdigit()):
        try:
            return StoryAsked(story_on_air(user, number[1] if number else words))
        except Http404:
            message = _("No story at “%(words)s” is on air in your services.")
            raise Nonsense(message % {"words": words[:80]}) from None
    found = tuple(_search(user, words))
    if not found:
        message = _("No headline on air in your services has “%(words)s” in it.")
        raise Nonsense(message % {"words": words[:80]})
    return StoryAsked(found[0]) if len(found) == 1 else StoryAsked(None, found)


def _search(user: User, words: str) -> list[PublishedStory]:
    if "\0" in words:  # which PostgreSQL cannot be asked for
        return []
    stories = on_air_for(user).filter(headline__icontains=words[:200])
    return list(stories.newest_first()[:MOST_STORIES])


def _first(user: User, candidate: Candidate, data: Standing) -> PublishedStory | None:
    """A story that the notice concerns, as far as its service and topics say; else the newest."""
    page = page_asked(user, candidate, data)
    if page is None or page.row is not None:
        return page.row if page else None
    stories = on_air_for(user).filter(service=page.service)
    about = stories.filter(topics__slug__in=page.facets.topics)
    return about.newest_first().first() or stories.newest_first().first()
