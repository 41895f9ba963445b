"""Whether a legal notice is fit to be proposed: findings, never exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import LegalNotice
from articles.models.service import is_time_zone
from articles.publishing.clock import in_one_piece
from articles.publishing.notice_draft import Draft, draft_of
from articles.publishing.notice_neighbours import beside_others
from articles.publishing.notice_reachable import reachable
from articles.publishing.notice_wording import wording
from articles.publishing.refusals import Problem
from articles.vocabularies import Effect, NoticeKind, Placement, Reach, TargetDimension

NARROWING = (
    TargetDimension.STORY,
    TargetDimension.TOPIC,
    TargetDimension.SECTION,
    TargetDimension.SERVICE,
)


def notice_problems(notice: LegalNotice, now: datetime) -> list[Problem]:
    """Everything that stands against the saved working copy; blocking problems first."""
    draft = draft_of(notice, now)
    problems = [
        *wording(draft),
        *_window(draft),
        *_order(draft),
        *_form(draft),
        *reachable(draft),
        *beside_others(draft),
    ]
    return sorted(problems, key=lambda problem: not problem.blocks)


def _window(draft: Draft) -> Iterator[Problem]:
    notice, now = draft.notice, draft.now
    if not is_time_zone(notice.legal_timezone):
        text = _("“%(zone)s” is not a time zone: nobody can say when the notice is in force.")
        yield Problem("time_zone", "legal_timezone", text % {"zone": notice.legal_timezone})
    if notice.ends_at and notice.ends_at <= now:
        text = _("Its window has ended: readers will never see it.")
        yield Problem("ended", "ends_at", text, blocks=False)
    elif notice.starts_at < now and not notice.versions.in_force().exists():
        text = _("It starts in the past: readers see it as soon as it is approved, not before.")
        yield Problem("past_start", "starts_at", text, blocks=False)
    yield from _gap(draft)


def _gap(draft: Draft) -> Iterator[Problem]:
    """One version of a notice is in force at a time: the next one takes its place on approval."""
    notice, now = draft.notice, draft.now
    current = notice.versions.not_over(now).filter(starts_at__lt=notice.starts_at).first()
    if current is None or notice.starts_at <= now:
        return
    text = _(
        "Version %(number)s is taken from the pages as soon as this one is approved, and this one "
        "starts on %(start)s UTC: until then readers see neither. Make what begins later a notice "
        "of its own, and let the one in force end there."
    )
    words = {
        "number": current.number,
        "start": in_one_piece(f"{notice.starts_at:%Y-%m-%d %H:%M}"),
    }
    yield Problem("gap", "starts_at", text % words, blocks=False)


def _order(draft: Draft) -> Iterator[Problem]:
    """An order to withhold must say where and what: the opposite would silence the house."""
    if draft.rule.kind != NoticeKind.WITHHELD:
        return
    if not draft.target(TargetDimension.REGION).include:
        text = _("A notice that withholds must name a region: this one would withhold everywhere.")
        yield Problem("withheld_everywhere", "region", text)
    if not any(draft.target(dimension).include for dimension in NARROWING):
        text = _(
            "A notice that withholds must name a story, topic, section or service: "
            "this one would withhold everything."
        )
        yield Problem("withheld_everything", "story", text)
    if draft.rule.reach == Reach.EVERYONE:
        text = _("With the reach “everyone” the story would be withheld in the whole world.")
        yield Problem("withheld_from_everyone", "reach", text)


def _form(draft: Draft) -> Iterator[Problem]:
    rule = draft.rule
    if not rule.placements and rule.kind != NoticeKind.WITHHELD:
        text = _("Nothing says where on the page it stands.")
        yield Problem("no_placement", "placements", text)
    if rule.kind == NoticeKind.LABEL and rule.verbatim and float(rule.min_scale) <= 1:
        text = _(
            "The wording of the label is fixed by law, but no least size is given: "
            "many such laws fix that, too."
        )
        yield Problem("no_scale", "min_scale", text, blocks=False)
    if Placement.FEED_FOOTER in rule.placements and Effect.DROP_FROM_FEEDS in rule.effects:
        text = _("It stands under items of feeds, and keeps the same items out of feeds.")
        yield Problem("feed_footer", "placements", text, blocks=False)
