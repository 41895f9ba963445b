"""Withhold a story in some places: an order becomes a legal notice that awaits approval."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext, override
from django.utils.translation import gettext as _

from articles.models import (
    LanguageService,
    LegalNotice,
    NoticeTarget,
    NoticeText,
    NoticeVersion,
    Region,
    Story,
)
from articles.models.service import validate_time_zone
from articles.publishing.actors import Actor, user_of
from articles.publishing.locking import lock_story
from articles.publishing.notices import propose
from articles.publishing.permissions import Deed, may, require
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.text.sanitise import clean_line, clean_notice
from articles.vocabularies import (
    NoticeKind,
    Placement,
    Reach,
    TargetDimension,
    Verb,
    WhenPushed,
    WorkflowStatus,
)

KEY = re.compile("[a-z0-9]{1,20}")


@dataclass(frozen=True)
class Order:
    """``title`` and ``body`` are what readers are told; without a title, nothing but that.

    ``key`` tells one order from another, so that a second click is not a second order.
    """

    regions: tuple[str, ...]
    starts_at: datetime
    key: str
    ends_at: datetime | None = None
    legal_timezone: str = "UTC"
    title: str = ""
    body: str = ""
    demanding_party: str = ""
    legal_basis: str = ""
    citation_url: str = ""
    blocked_by_url: str = ""
    public_reason: bool = False
    reaches_translations: bool = True
    when_pushed: str = WhenPushed.DROP.value


@transaction.atomic
def withhold(story: Story, *, order: Order, actor: Actor, now: datetime) -> NoticeVersion:
    """Propose that ``story`` be withheld; readers keep it until somebody else approves."""
    slug = f"withheld-{story.pk}-{order.key}"
    known = LegalNotice.objects.select_for_update(no_key=True).filter(slug=slug).first()
    story = lock_story(story)
    require(actor, Deed.WITHHOLD, story)
    if story.workflow_status == WorkflowStatus.KILLED:
        raise WrongState(_("This story was killed: nobody can read it anywhere."))
    if known:
        return propose(known, actor=actor, now=now)
    if just_made := NoticeVersion.objects.filter(notice__slug=slug).order_by("-number").first():
        return just_made  # by a first click that was ahead; its notice comes before the story
    _check(order)
    notice = _notice(slug, order, actor)
    _write_texts(notice, story, order)
    _write_targets(notice, story, order, actor)
    log(Verb.WITHHOLD, story, actor=actor, now=now, service=story.service, notice=notice.pk)
    return propose(notice, actor=actor, now=now)


def neutral_title(language: str) -> str:
    """What can always be told: not who, not why, not even that there is an order."""
    with override(language):
        return gettext("This page cannot be shown where you are.")


def _check(order: Order) -> None:
    if not KEY.fullmatch(order.key):
        raise WrongState(_("This order has no key of small letters and digits."))
    known = set(Region.objects.filter(code__in=order.regions).values_list("code", flat=True))
    if not order.regions:
        raise WrongState(_("An order says where: choose at least one place."))
    if unknown := [code for code in order.regions if code not in known]:
        raise WrongState(
            _("There is no place “%(unknown)s” in the atlas.") % {"unknown": unknown[0][:40]}
        )
    if order.ends_at and order.ends_at <= order.starts_at:
        raise WrongState(_("The order ends before it begins."))
    if order.when_pushed not in WhenPushed.values:
        raise WrongState(_("Deliveries to partners either drop the story or carry it."))
    _check_addresses(order)


def _check_addresses(order: Order) -> None:
    try:
        validate_time_zone(order.legal_timezone)
    except ValidationError as error:
        raise WrongState(" ".join(error.messages)) from error
    for name, url in (
        (_("citation"), order.citation_url),
        (_("blocker"), order.blocked_by_url),
    ):
        try:
            if url:
                URLValidator(schemes=["http", "https"])(url)
        except ValidationError as error:
            raise WrongState(
                _("The address of the %(name)s is no web address.") % {"name": name}
            ) from error


def _notice(slug: str, order: Order, actor: Actor) -> LegalNotice:
    return LegalNotice.objects.create(
        slug=slug,
        kind=NoticeKind.WITHHELD,
        placements=[Placement.ARTICLE_TOP.value],
        reach=Reach.MATCHED,
        starts_at=order.starts_at,
        ends_at=order.ends_at,
        legal_timezone=order.legal_timezone,
        demanding_party=clean_line(order.demanding_party),
        legal_basis=clean_line(order.legal_basis),
        citation_url=order.citation_url,
        blocked_by_url=order.blocked_by_url,
        public_reason=order.public_reason,
        reaches_translations=order.reaches_translations,
        when_pushed=order.when_pushed,
        changed_by=user_of(actor),
        written_by=user_of(actor),
    )


def _write_texts(notice: LegalNotice, story: Story, order: Order) -> None:
    """In the story's language; neutral words in those of its other versions, too."""
    own = story.service.language
    title, body = clean_line(order.title) or neutral_title(own), clean_notice(order.body)
    texts = [NoticeText(notice=notice, language=own, title=title, body=body, is_default=True)]
    if title == neutral_title(own) and not body:
        texts += [
            NoticeText(notice=notice, language=language, title=neutral_title(language), body="")
            for language in _languages_of_versions(story) - {own}
        ]
    NoticeText.objects.bulk_create(texts)


def _languages_of_versions(story: Story) -> set[str]:
    versions = Story.objects.filter(translation_key=story.translation_key)
    return set(versions.values_list("service__language", flat=True))


def _write_targets(notice: LegalNotice, story: Story, order: Order, actor: Actor) -> None:
    """Whoever has no say in the whole house withholds in the own newsroom's services alone."""
    rows = [(TargetDimension.STORY, str(story.pk))]
    rows += [(TargetDimension.REGION, code) for code in dict.fromkeys(order.regions)]
    _add(notice, rows)
    if not may(actor, Deed.EDIT_NOTICE, notice):
        own = LanguageService.objects.filter(newsroom=story.service.newsroom)
        slugs = own.values_list("slug", flat=True)
        _add(notice, [(TargetDimension.SERVICE, slug) for slug in slugs])


def _add(notice: LegalNotice, rows: Iterable[tuple[TargetDimension, str]]) -> None:
    NoticeTarget.objects.bulk_create(
        NoticeTarget(notice=notice, dimension=dimension, value=value) for dimension, value in rows
    )
