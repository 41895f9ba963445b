"""The strip on top of a service's pages: raised and stood down in one step, with its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles.caching import ledger, tags
from articles.models import BreakingAlert, LanguageService, PublishedStory, Story
from articles.publishing.actors import Actor, name_of, user_of
from articles.publishing.locking import lock_stories
from articles.publishing.permissions import Deed, may, not_allowed, require
from articles.publishing.record import log
from articles.publishing.refusals import NotAllowed, WrongState
from articles.text.sanitise import clean_line
from articles.vocabularies import AlertLabel, PubStatus, Verb

LONGEST, LONGEST_TEXT = timedelta(hours=48), 250


@dataclass(frozen=True)
class Line:
    """What the strip says in one service. Without ``text``: the headline of ``story``."""

    service: LanguageService
    text: str = ""
    story: Story | None = None


@dataclass(frozen=True)
class Alarm:
    """``key`` is new for each form that is opened: the same one twice is one strip."""

    key: UUID
    lines: Sequence[Line]
    label: str = AlertLabel.BREAKING
    lasts: timedelta = timedelta(hours=3)


@transaction.atomic
def raise_alert(alarm: Alarm, *, actor: Actor, now: datetime) -> list[BreakingAlert]:
    """On top of the services' pages at once; whatever stood there before is stood down.

    Readers of a service for which nothing is said see no strip.
    """
    services = lock_services(line.service.pk for line in alarm.lines)
    for service in services:
        require(actor, Deed.RAISE_ALERT, service)
    if before := list(BreakingAlert.objects.filter(key=alarm.key)):
        return before
    # None of them is killed between the look and the strip.
    lock_stories(line.story.pk for line in alarm.lines if line.story)
    lines = [_cleaned(line) for line in alarm.lines]
    if not lines or not timedelta() < alarm.lasts <= LONGEST:
        raise WrongState(_("Say what the strip says, in one service at least, and for how long."))
    old = BreakingAlert.objects.filter(service__in=services, stood_down_at=None)
    old.update(stood_down_at=now)
    made = [BreakingAlert.objects.create(**_row(alarm, line, actor, now)) for line in lines]
    for alert in made:
        log(
            Verb.RAISE, alert, actor=actor, now=now, service=alert.service, text=alert.text,
            story=alert.story_id,
        )  # fmt: skip
    ledger.write(_tags(services), now=now)
    return made


@transaction.atomic
def stand_down_alert(key: UUID, *, actor: Actor, now: datetime) -> int:
    """In every service in which the actor may; returns in how many."""
    found = BreakingAlert.objects.select_related("service").filter(key=key, stood_down_at=None)
    mine = [one for one in found if may(actor, Deed.RAISE_ALERT, one.service)]
    if not mine:
        if found:
            raise NotAllowed(not_allowed(Deed.RAISE_ALERT))
        raise WrongState(_("This strip was stood down already."))
    services = lock_services(one.service_id for one in mine)
    for alert in mine:
        log(Verb.STAND_DOWN, alert, actor=actor, now=now, service=alert.service)
    BreakingAlert.objects.filter(pk__in=[one.pk for one in mine]).update(stood_down_at=now)
    ledger.write(_tags(services), now=now)
    return len(mine)


def end_alerts_of(story: Story, *, now: datetime) -> None:
    """With a story that leaves its strip leaves, too: ``tags_of`` named it before."""
    BreakingAlert.objects.filter(story=story, stood_down_at=None).update(stood_down_at=now)


def end_due_alerts(now: datetime) -> int:
    """Pages let them go by themselves at their minute; here they are marked as over."""
    due = BreakingAlert.objects.filter(stood_down_at=None, until__lte=now)
    return due.update(stood_down_at=F("until"))


def lock_services(ids: Iterable[int]) -> list[LanguageService]:
    """Two strips for one service come one after the other."""
    rows = LanguageService.objects.select_for_update(of=("self",), no_key=True)
    return list(rows.filter(pk__in=set(ids)).order_by("pk"))


def _cleaned(line: Line) -> Line:
    text = clean_line(line.text)
    if len(text) > LONGEST_TEXT:
        raise WrongState(_("A strip has at most %(most)s characters.") % {"most": LONGEST_TEXT})
    if line.story is None:
        if not text:
            raise WrongState(_("Say what the strip says, or choose the story that it leads to."))
        return Line(line.service, text)
    rows = PublishedStory.objects.filter(story=line.story, pub_status=PubStatus.USABLE)
    if not rows.filter(service=line.service).exists():
        raise WrongState(_("The story of a strip must be on air in the service."))
    return Line(line.service, text, line.story)


def _row(alarm: Alarm, line: Line, actor: Actor, now: datetime) -> dict[str, object]:
    return {
        "key": alarm.key, "service": line.service, "label": alarm.label, "text": line.text,
        "story": line.story, "raised_at": now, "until": now + alarm.lasts,
        "raised_by": user_of(actor), "raised_by_name": name_of(actor),
    }  # fmt: skip


def _tags(services: Iterable[LanguageService]) -> set[str]:
    return {tags.ALERTS, *(tags.alert(service.slug) for service in services)}
