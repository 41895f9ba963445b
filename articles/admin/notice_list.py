"""The list of legal notices: what each says, where it stands, what waits for somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from django.contrib import admin
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_when import Told, distance
from articles.admin.permissions import staff
from articles.models import LegalNotice, NoticeVersion
from articles.publishing.clock import in_one_piece
from articles.publishing.notice_names import names_of
from articles.publishing.notice_snapshot import plain_content
from articles.publishing.notice_summary import summary
from articles.publishing.permissions import visible_notices
from articles.publishing.snapshot import Content
from articles.vocabularies import NoticeStatus

Mark = tuple[str, str]
_IN_FORCE = NoticeVersion.objects.in_force().filter(notice=OuterRef("pk"))
# The list needs of a version when it holds, never what it says.
STANDING = Prefetch(
    "versions", queryset=NoticeVersion.objects.in_force().defer("content"), to_attr="standing"
)


def states() -> dict[str, tuple[Any, Q]]:
    """What the list can be narrowed to, by key: its name and its condition."""
    now = timezone.now()
    standing = Exists(_IN_FORCE.filter(_not_over(now), starts_at__lte=now))
    coming = Exists(_IN_FORCE.filter(starts_at__gt=now))
    ended = Exists(_IN_FORCE.filter(ends_at__lte=now))
    review = Exists(NoticeVersion.objects.awaiting_review().filter(notice=OuterRef("pk")))
    return {
        "in_force": (gettext_lazy("In force"), Q(standing)),
        "coming": (gettext_lazy("Approved, to start"), Q(coming)),
        "ended": (gettext_lazy("Ended"), Q(ended)),
        "proposed": (gettext_lazy("Awaiting approval"), Q(status=NoticeStatus.PROPOSED)),
        "review": (gettext_lazy("Emergency, to be reviewed"), Q(review)),
        "draft": (gettext_lazy("Draft"), Q(status=NoticeStatus.DRAFT)),
        "retired": (gettext_lazy("Retired"), Q(status=NoticeStatus.RETIRED)),
    }


def _not_over(now: datetime) -> Q:
    return Q(ends_at__isnull=True) | Q(ends_at__gt=now)


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(key, name) for key, (name, _condition) in states().items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        known = states()
        value = self.value()
        return queryset.filter(known[value][1]) if value in known else queryset


def for_the_list(notices: QuerySet[LegalNotice]) -> QuerySet[LegalNotice]:
    return notices.prefetch_related("targets", STANDING).defer("internal_note")


def add_summaries(notices: Sequence[LegalNotice], request: HttpRequest) -> None:
    """One look-up of names for the whole page of the list."""
    contents = [_content(notice) for notice in notices]
    names = names_of(contents, staff(request))
    for notice, content in zip(notices, contents, strict=True):
        notice.told = summary(content, names=names)  # type: ignore[attr-defined]


def _content(notice: LegalNotice) -> Content:
    """As much of the snapshot as its summary needs, from rows that are here already."""
    rows = sorted(notice.targets.all(), key=lambda row: (row.dimension, row.value))
    targets = [
        {"dimension": row.dimension, "value": row.value, "is_exclude": row.is_exclude}
        for row in rows
    ]
    return plain_content(notice) | {"targets": targets}


def waiting(request: HttpRequest) -> list[tuple[str, str, int]]:
    """What asks for somebody's attention: name, key of the filter, how many."""
    notices, known = visible_notices(staff(request)), states()
    return [
        (str(known[key][0]), key, count)
        for key in ("proposed", "review")
        if (count := notices.filter(known[key][1]).count())
    ]


# -- One notice's state --------------------------------------------------------------------------


def marks(notice: LegalNotice, standing: NoticeVersion | None, now: datetime) -> Iterator[Mark]:
    """Each with the name of its colour."""
    if standing:
        yield _of_the_window(standing, now)
        if standing.emergency_reason and not standing.reviewed_at:
            yield "alarm", _("Emergency: to be reviewed")
    if notice.status == NoticeStatus.PROPOSED:
        yield "waits", _("Awaiting approval")
    elif notice.status == NoticeStatus.RETIRED:
        yield "over", _("Retired")
    elif notice.status == NoticeStatus.DRAFT:
        yield "draft", _("Changes not proposed") if standing else _("Draft")


def _of_the_window(version: NoticeVersion, now: datetime) -> Mark:
    if version.ends_at and version.ends_at <= now:
        return "over", _("Ended")
    if version.starts_at > now:
        return "coming", _("Starts in %(time)s") % {"time": distance(version.starts_at - now)}
    return "live", _("In force")


def badges(found: Iterator[Mark]) -> SafeString:
    return format_html_join(" ", '<span class="desk-status notice-{}">{}</span>', found)


class NoticeList(admin.ModelAdmin):
    """The columns of the list."""

    list_display = ["notice", "kind_told", "state", "window"]
    list_display_links = ["notice"]
    list_filter = [StateFilter, "kind"]
    search_fields = ["slug", "texts__title", "texts__body"]
    change_list_template = "admin/articles/legalnotice/change_list.html"

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        found = super().get_changelist_instance(request)
        found.result_list = list(for_the_list(found.result_list))
        add_summaries(found.result_list, request)
        return found

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        context = {"waiting": waiting(request)} | (extra_context or {})
        return super().changelist_view(request, context)

    @admin.display(description=gettext_lazy("notice"), ordering="slug")
    def notice(self, notice: LegalNotice) -> SafeString:
        told: str = notice.told  # type: ignore[attr-defined]
        return format_html(
            '<span class="notice-slug">{}</span><span class="notice-told" dir="auto">{}</span>',
            notice.slug,
            told,
        )

    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def kind_told(self, notice: LegalNotice) -> str:
        return notice.get_kind_display()

    @admin.display(description=gettext_lazy("state"))
    def state(self, notice: LegalNotice) -> SafeString:
        standing: list[NoticeVersion] = notice.standing  # type: ignore[attr-defined]
        return badges(marks(notice, next(iter(standing), None), timezone.now()))

    @admin.display(description=gettext_lazy("legal time"), ordering=F("starts_at").asc())
    def window(self, notice: LegalNotice) -> SafeString:
        starts = Told("", notice.starts_at, notice.legal_timezone)
        ends = notice.ends_at and Told("", notice.ends_at, notice.legal_timezone)
        return format_html(
            '<span class="notice-window" title="{}">{} – <br>{} <br><small>{}</small></span>',
            _("from %(utc)s UTC")
            % {"utc": in_one_piece(f"{notice.starts_at.astimezone(UTC):%Y-%m-%d %H:%M}")},
            starts.legal,
            ends.legal if ends else _("without end"),
            starts.city,
        )
