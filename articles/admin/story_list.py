"""The list of stories: its columns, the views that people come back to, and a count with an end.

It costs the same with a hundred thousand stories: nothing is counted beyond ``MOST``, and what only
the form needs (texts) is not read.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.own_view_query import ALL, own_views_of, query_in
from articles.admin.permissions import DeskAdmin
from articles.admin.story_filters import FILTERS, Narrowing, services_of
from articles.admin.story_photos import LEAD_PICTURES, list_picture
from articles.admin.story_save_state import who_is_in_it
from articles.admin.story_standing import plan_beside, ribbon, standing_of
from articles.admin.story_views import OF_FEW, BuiltInView
from articles.models import OwnView, Story
from articles.publishing.clock import bare_in_zone
from articles.search.desk import found_by

MOST = 1000
HEAVY = ("body", "ed_note", "imported", "byline_override", "standfirst")


class CappedPaginator(Paginator):
    """Counts to ``MOST`` and no further: nobody leafs to the two-thousandth page."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[: MOST + 1].count())

    @cached_property
    def num_pages(self) -> int:
        return max(1, -(-min(self.count, MOST) // self.per_page))


class StoryChangeList(ChangeList):
    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> Any:
        self.own_query = query_in(request.GET)
        self.own_views = own_views_of(request)
        return super().get_queryset(request, exclude_parameters).defer(*HEAVY)

    def get_query_string(self, new_params: Any = None, remove: Any = None) -> str:
        """The bare address opens with a view of one's own: all stories have one, too."""
        found = super().get_query_string(new_params, remove)
        return f"?view={ALL}" if found == "?" else found

    @property
    def built_in(self) -> list[Any]:
        """The views that everybody has."""
        specs = [spec for spec in self.filter_specs if isinstance(spec, BuiltInView)]
        return [choice for spec in specs for choice in spec.choices(self)]

    @property
    def own_view(self) -> OwnView | None:
        """The one that is looked at."""
        return next((one for one in self.own_views if one.query == self.own_query), None)

    @property
    def narrowings(self) -> list[Narrowing]:
        return [spec for spec in self.filter_specs if isinstance(spec, Narrowing)]

    @property
    def filters(self) -> list[Narrowing]:
        return [spec for spec in self.narrowings if not isinstance(spec, BuiltInView)]

    @property
    def carried(self) -> dict[str, str]:
        """What a search keeps and has no field for."""
        asked = {spec.parameter_name for spec in self.filters} | {"q"}
        return {name: value for name, value in self.params.items() if name not in asked}

    @property
    def gone(self) -> str:
        """What is asked for and not there, or not this person's to see."""
        return ", ".join(str(spec.title) for spec in self.narrowings if spec.is_gone)

    @property
    def without_gone(self) -> str:
        names = [spec.parameter_name for spec in self.narrowings if spec.is_gone]
        return self.get_query_string(remove=names)

    @property
    def found(self) -> str:
        """How many there are, in words that do not pretend to know more."""
        if self.result_count > MOST:
            return str(_("more than %(most)s stories") % {"most": MOST})
        if self.result_count == 1:
            return str(_("1 story"))
        return str(_("%(count)s stories") % {"count": self.result_count})


class StoryListAdmin(DeskAdmin):
    """What of a story's screens is the list."""

    list_display = ["picture", "title", "service", "status", "who", "changed"]
    list_display_links = ["title"]
    list_filter = [BuiltInView, *FILTERS]
    search_fields = ["headline"]  # opens the search; where it looks is for search.desk to say
    paginator = CappedPaginator
    list_max_show_all = 0
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/articles/story/change_list.html"

    def get_changelist(self, request: HttpRequest, **_kwargs: Any) -> type[ChangeList]:
        return StoryChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Opens with the view that this person chose for it."""
        first = next((one for one in own_views_of(request) if one.is_first), None)
        if first and request.method == "GET" and not request.GET:
            return HttpResponseRedirect(f"?{first.query}")
        answer: HttpResponse = super().changelist_view(request, extra_context)
        return answer

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        stories = _seen_by(request).select_related("service", "section", "schedule")
        return stories.prefetch_related(LEAD_PICTURES)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Story], search_term: str
    ) -> tuple[QuerySet[Story], bool]:
        """Each word in what the list shows; a number also finds the story of that number."""
        term = search_term.replace("\0", "").strip()
        if not term:
            return queryset, False
        found = found_by(term)
        if term.isascii() and term.isdigit() and len(term) < 18:
            found |= Q(pk=int(term))
        return queryset.filter(found), False

    @admin.display(description=_("who is in it"))
    def who(self, story: Story) -> str:
        return who_is_in_it(story)

    @admin.display(description=_("picture"))
    def picture(self, story: Story) -> str:
        return list_picture(story)

    @admin.display(description=_("headline"), ordering="headline")
    def title(self, story: Story) -> str:
        """With what tells two of them apart: section and slugline."""
        section = story.section.name if story.section else ""
        beside = " · ".join(filter(None, [section, story.slugline]))
        return format_html(
            '<span lang="{}" dir="{}">{}</span><small>{}</small>',
            story.service.language, story.service.direction, story.headline, beside,
        )  # fmt: skip

    @admin.display(description=_("status"), ordering="workflow_status")
    def status(self, story: Story) -> str:
        return ribbon(standing_of(story, plan_beside(story), timezone.now()))

    @admin.display(description=_("last change"), ordering="changed_at")
    def changed(self, story: Story) -> str:
        day, time, place = bare_in_zone(story.changed_at, story.service.time_zone).split(" ", 2)
        return format_html(
            '<time datetime="{}" dir="ltr">{} <b>{}</b></time> <small dir="ltr">{}</small>',
            story.changed_at.isoformat(), day, time, place,
        )  # fmt: skip


def _seen_by(request: HttpRequest) -> QuerySet[Story]:
    """Those of the own newsrooms, asked for so that an index brings them in their order.

    Adding nothing to the service keeps databases from fetching and sorting every story of it where
    another index says at once which few there are, or brings all in their order.
    """
    ids = [service.pk for service in services_of(request)]
    asked = {name for name, value in request.GET.items() if value not in ("", ALL)}
    is_narrowed = bool(asked - {"q", "p", "o"})
    if request.GET.get("view") not in OF_FEW and (is_narrowed or len(ids) == 1):
        return Story.objects.filter(service__in=ids)
    return Story.objects.alias(of=F("service_id") + 0).filter(of__in=ids)
