"""Breaking news: from two lines to the live page in one step, and down again in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.caching import ledger
from articles.models import LanguageService, PublishedStory, Section, Story
from articles.publishing.actors import Actor, user_of
from articles.publishing.alert import (
    Alarm,
    Line,
    end_alerts_of,
    lock_services,
    raise_alert,
)
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.publish import mark_live, put_on_air
from articles.publishing.publish_alone import publish_alone
from articles.publishing.record import add_version, log
from articles.publishing.refusals import WrongState
from articles.publishing.save import save
from articles.publishing.second_pair import is_approved
from articles.publishing.snapshot import content_hash, snapshot
from articles.publishing.touched import known_to_law, tags_of
from articles.text.sanitise import clean_body, clean_line
from articles.text.typography import own_letters, own_letters_in
from articles.vocabularies import PubStatus, Urgency, Verb, VersionKind


@dataclass(frozen=True)
class Flash:
    """``key`` is new for each form that is opened: the same one twice is one story."""

    key: UUID
    service: LanguageService
    headline: str
    lines: str
    dateline: str = ""
    section: Section | None = None
    lasts: timedelta = timedelta(hours=3)


def break_news(flash: Flash, *, actor: Actor, now: datetime) -> PublishedStory:
    """A new story on air, and the strip on top of its service.

    Raises NotFit, NotAllowed as ``publish`` does.
    """
    require(actor, Deed.PUBLISH, flash.service)
    try:
        return _sent_before(flash) or _broken(flash, actor, now)
    except IntegrityError:  # both clicks of a double click at the same moment
        return _sent_before(flash) or _broken(flash, actor, now)


@transaction.atomic
@ledger.at_the_end()
def _broken(flash: Flash, actor: Actor, now: datetime) -> PublishedStory:
    lock_services([flash.service.pk])
    story = _written(flash, actor, now)
    save(story, actor=actor, now=now)
    on_air = publish_alone(story, actor=actor, now=now, reason="Breaking news")
    alarm = Alarm(flash.key, [Line(flash.service, story=story)], lasts=flash.lasts)
    raise_alert(alarm, actor=actor, now=now)
    return on_air


def _sent_before(flash: Flash) -> PublishedStory | None:
    """A double click, or a page sent again after a lost answer."""
    story = Story.objects.filter(translation_key=flash.key, service=flash.service).first()
    if story is None:
        return None
    on_air = PublishedStory.objects.filter(story=story, pub_status=PubStatus.USABLE).first()
    if on_air is None:
        raise WrongState(_("This was sent before, and was taken down since. Open the page anew."))
    return on_air


def _written(flash: Flash, actor: Actor, now: datetime) -> Story:
    user, language = user_of(actor), flash.service.language
    paragraphs = [line for line in flash.lines.splitlines() if line.strip()]
    story = Story.objects.create(
        service=flash.service,
        translation_key=flash.key,
        headline=own_letters(clean_line(flash.headline), language),
        body=own_letters_in(
            clean_body("".join(f"<p>{escape(line)}</p>" for line in paragraphs)), language
        ),
        dateline=own_letters(clean_line(flash.dateline), language),
        section=flash.section,
        urgency=Urgency.BREAKING,
        breaking_until=now + flash.lasts,
        created_by=user,
    )
    person = getattr(user, "contributor", None)
    if person:
        story.bylines.create(contributor=person)
    return story


@transaction.atomic
def stand_down(story: Story, *, actor: Actor, now: datetime) -> PublishedStory:
    """No longer breaking, and the strip is down.

    What was published stays as it was; nothing unpublished goes out.
    """
    story = lock_story(story)
    require(actor, Deed.PUBLISH, story)
    on_air = PublishedStory.objects.select_related("version").filter(story=story).first()
    if on_air is None or on_air.pub_status != PubStatus.USABLE:
        raise WrongState(_("This story is not on air."))
    if on_air.breaking_until is None or on_air.breaking_until <= now:
        raise WrongState(_("This story is not breaking any more."))
    before, approved = tags_of(story), is_approved(story)
    content = on_air.version.content | {"breaking_until": None}
    version = add_version(
        story, content, VersionKind.PUBLISHED, actor=actor, now=now, reason="Stood down"
    )
    story.breaking_until = None
    end_alerts_of(story, now=now)
    if approved:  # the flag alone is no other text
        story.approved_hash = content_hash(snapshot(story))
    mark_live(story, content)
    on_air = put_on_air(version, revised_at=on_air.revised_at, now=now)
    log(
        Verb.STAND_DOWN, story, actor=actor, now=now, service=story.service,
        version=version.number, law=known_to_law(on_air),
    )  # fmt: skip
    ledger.write(before | tags_of(story), now=now)
    return on_air
