"""What waits for whom: the first page of a day at the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.announcements import told_of, unseen
from articles.admin.attention import left_behind, without_words
from articles.admin.notice_access import page_of
from articles.admin.notice_terms import in_both
from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.admin.story_access import form_of
from articles.admin.story_standing import Mark, plan_beside, standing_of
from articles.admin.waiting import proposals
from articles.models import Story, StorySchedule
from articles.publishing.actors import name_of
from articles.publishing.permissions import Deed, may, services_where, visible_stories
from articles.vocabularies import ReviewStatus, WorkflowStatus

MOST = 30
AHEAD = timedelta(hours=36)
ON_AIR = (WorkflowStatus.LIVE, WorkflowStatus.LIVE_CHANGED)
UNFINISHED = (WorkflowStatus.DRAFT, WorkflowStatus.LIVE_CHANGED)


@dataclass(frozen=True)
class Row:
    """``beside``: whose it is; ``pk`` leads to the pages of verbs."""

    title: str
    url: str
    beside: str
    marks: list[Mark]
    note: str = ""
    pk: int = 0


@dataclass(frozen=True)
class Pile:
    """``page`` is the verb's page that settles a story of this pile; empty: its form."""

    title: str
    rows: list[Row]
    nothing: str
    page: str = ""
    calls: bool = False


def today_view(request: HttpRequest) -> HttpResponse:
    context = desk.each_context(request) | {
        "title": _("Today at the desk"),
        "told": unseen(staff(request))[:MOST],
        "piles": list(_piles(staff(request), timezone.now())),
        "may_write": may(staff(request), Deed.WRITE_STORY),
    }
    return TemplateResponse(request, "admin/story/today.html", context)


def _piles(user: User, now: datetime) -> Iterator[Pile]:
    """One query each, whatever the number of stories."""
    yield from _calling(user, now)
    if may(user, Deed.WRITE_STORY):
        yield Pile(_("My drafts"), _rows(unfinished(user), now), _("None."))
    if assigned := _rows(assigned_to(user), now):
        yield Pile(_("Assigned to you"), assigned, "")
    if may(user, Deed.APPROVE):
        nothing = _("Nothing waits for review.")
        yield Pile(_("Waiting for review"), _rows(in_review(user), now), nothing, "approve")
    planned = _scheduled(user, now, Q(failure=""))
    yield Pile(_("Scheduled today"), planned, _("Nothing in the next 36 hours."), "schedule")
    breaking = Q(breaking_until__gt=now, workflow_status__in=ON_AIR)
    yield Pile(_("Breaking now"), _rows(visible_stories(user).filter(breaking), now), _("Nothing."))
    yield from _needing_attention(user, now)


def _calling(user: User, now: datetime) -> Iterator[Pile]:
    """What cannot wait; not shown at all while there is nothing."""
    alone = _rows(published_alone(user), now) if may(user, Deed.LOOK_OVER) else []
    title = _("Published by one person alone, to be looked over")
    back = _rows(given_back(user), now) if may(user, Deed.WRITE_STORY) else []
    for pile in (
        Pile(title, alone, "", "look_over", calls=True),
        Pile(_("Not published as scheduled"), _scheduled(user, now, ~Q(failure="")), "",
             "schedule", calls=True),
        Pile(_("Given back to you"), back, "", "comments", calls=True),
    ):  # fmt: skip
        if pile.rows:
            yield pile


def _needing_attention(user: User, now: datetime) -> Iterator[Pile]:
    if may(user, Deed.VIEW_NOTICE):
        yield Pile(_("Notices awaiting approval"), _notices(user), _("None."))
    if may(user, Deed.WRITE_STORY):
        bare = _rows(without_words(user, now), now)
        yield Pile(_("Photos without alt text or credit"), bare, _("None: every photo has both."))
        behind = _rows(left_behind(user, now), now)
        nothing = _("None: no original has been changed since.")
        yield Pile(_("Translations left behind by their original"), behind, nothing)


def published_alone(user: User) -> QuerySet[Story]:
    return _of(user, Deed.LOOK_OVER).filter(alone_at__isnull=False).order_by("alone_at")


def in_review(user: User) -> QuerySet[Story]:
    return _of(user, Deed.APPROVE).filter(review_status=ReviewStatus.IN_REVIEW)


def given_back(user: User) -> QuerySet[Story]:
    """To whoever wrote at it."""
    asked = visible_stories(user).filter(review_status=ReviewStatus.CHANGES_REQUESTED)
    return asked.filter(Q(created_by=user) | Q(versions__author=user)).distinct()


def assigned_to(user: User) -> QuerySet[Story]:
    """What is on air as it stands is done."""
    return visible_stories(user).filter(assigned_to=user, workflow_status__in=UNFINISHED)


def unfinished(user: User) -> QuerySet[Story]:
    return visible_stories(user).filter(created_by=user, workflow_status__in=UNFINISHED)


def _of(user: User, deed: Deed) -> QuerySet[Story]:
    return Story.objects.filter(service__in=services_where(user, deed))


def _rows(stories: QuerySet[Story], now: datetime) -> list[Row]:
    found = stories.select_related("service", "schedule")[:MOST]
    return [_row(story, standing_of(story, plan_beside(story), now)) for story in found]


def _row(story: Story, marks: list[Mark], note: str = "") -> Row:
    return Row(str(story), form_of(story), str(story.service), marks, note, story.pk)


def _notices(user: User) -> list[Row]:
    return [
        Row(
            version.notice.slug,
            page_of(version.notice, "approve"),
            name_of(version.proposed_by) if version.proposed_by else "",
            [Mark("in_review", in_both(version.proposed_at, version.notice.legal_timezone))],
        )
        for version in proposals(user)[:MOST]
    ]


def _scheduled(user: User, now: datetime, which: Q) -> list[Row]:
    plans: Iterable[StorySchedule] = StorySchedule.objects.filter(
        which, story__in=visible_stories(user), publish_at__lt=now + AHEAD
    ).select_related("story__service")[:MOST]
    return [_row(plan.story, standing_of(plan.story, plan, now), plan.failure) for plan in plans]


def told_at_the_start(user: User) -> str:
    """For the desk's start page: how much waits for this user; empty when nothing does."""
    told = [words] if (words := told_of(user)) else []
    if may(user, Deed.LOOK_OVER) and (count := published_alone(user).count()):
        words = ngettext(
            "%(count)s story published alone.", "%(count)s stories published alone.", count
        )
        told.append(words % {"count": count})
    if count := given_back(user).count():
        words = ngettext("%(count)s given back to you.", "%(count)s given back to you.", count)
        told.append(words % {"count": count})
    if may(user, Deed.APPROVE) and (count := in_review(user).count()):
        told.append(
            ngettext("%(count)s in review.", "%(count)s in review.", count) % {"count": count}
        )
    return " ".join(told)


desk.add_page(
    DeskPage(
        route="today/",
        view=today_view,
        name="today",
        title=gettext_lazy("Today at the desk"),
        deed=Deed.VIEW_STORY,
        about=gettext_lazy("What waits for you, what is scheduled, what is breaking."),
        told=told_at_the_start,
    )
)
