"""By what the list of stories is narrowed. What a filter does not offer, it does not find: a value
that is gone, or never was this person's to ask for, is said in words and shows nothing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import staff
from articles.admin.story_access import number_in
from articles.models import LanguageService, Section, Story
from articles.publishing.permissions import Deed, services_where
from articles.vocabularies import ReviewStatus, WorkflowStatus

Stories = QuerySet[Story]
Choice = tuple[str, Any]
MOST_PEOPLE = 500
SERVICE, SECTION = "service__id__exact", "section"
SPANS = {
    "day": (_("in the last 24 hours"), timedelta(days=1)),
    "week": (_("in the last 7 days"), timedelta(days=7)),
    "month": (_("in the last 30 days"), timedelta(days=30)),
    "quarter": (_("in the last 90 days"), timedelta(days=90)),
}


class Narrowing(admin.SimpleListFilter, ABC):
    """One choice among those that are offered."""

    def value(self) -> str | None:
        return super().value() or None

    def has_output(self) -> bool:
        """Also with nothing to offer: what is asked for must not be passed over."""
        return bool(self.lookup_choices) or self.value() is not None

    @property
    def is_gone(self) -> bool:
        return self.value() is not None and self.value() not in {key for key, _ in self.offered()}

    def offered(self) -> Iterator[Choice]:
        yield from ((str(key), label) for key, label in self.lookup_choices)

    def options(self) -> Iterator[tuple[str, Any, bool]]:
        """Value, words and whether it is chosen."""
        for key, label in self.offered():
            yield key, label, key == self.value()

    def queryset(self, request: HttpRequest, queryset: Stories) -> Stories:
        value = self.value()
        if value is None:
            return queryset
        return queryset.none() if self.is_gone else self.narrowed(request, queryset, value)

    @abstractmethod
    def narrowed(self, request: HttpRequest, stories: Stories, value: str) -> Stories: ...


class ServiceFilter(Narrowing):
    title, parameter_name = _("service"), SERVICE

    def lookups(self, request: HttpRequest, _admin: Any) -> list[Choice]:
        return [(str(one.pk), one.name) for one in services_of(request)]

    def narrowed(self, _request: HttpRequest, stories: Stories, value: str) -> Stories:
        return stories.filter(service=int(value))


class SectionFilter(Narrowing):
    """Of the service that is chosen; else each with its service, where there are several."""

    title, parameter_name = _("section"), SECTION

    def lookups(self, request: HttpRequest, _admin: Any) -> list[Choice]:
        services = {one.pk: one for one in services_of(request)}
        chosen = number_in(request.GET.get(SERVICE, ""))
        keys = [chosen] if chosen in services else list(services)
        rows = Section.objects.filter(service__in=keys).order_by("service__position", "name")
        if len(keys) == 1:
            return [(str(row.pk), row.name) for row in rows]
        return [(str(row.pk), f"{services[row.service_id].name}: {row.name}") for row in rows]

    def narrowed(self, _request: HttpRequest, stories: Stories, value: str) -> Stories:
        return stories.filter(section=int(value))


class StatusFilter(Narrowing):
    title, parameter_name = _("status"), "workflow_status__exact"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[Choice]:
        return list(WorkflowStatus.choices)

    def narrowed(self, _request: HttpRequest, stories: Stories, value: str) -> Stories:
        return stories.filter(workflow_status=value)


class ReviewFilter(Narrowing):
    title, parameter_name = _("review"), "review_status__exact"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[Choice]:
        return [(key, label) for key, label in ReviewStatus.choices if key]

    def narrowed(self, _request: HttpRequest, stories: Stories, value: str) -> Stories:
        return stories.filter(review_status=value)


class WhoFilter(Narrowing):
    """Who began it or has it now; only people of the own newsrooms are named."""

    title, parameter_name = _("who"), "who"

    def lookups(self, request: HttpRequest, _admin: Any) -> list[Choice]:
        own = [
            ("me", _("begun by me")),
            ("mine", _("assigned to me")),
            ("nobody", _("assigned to nobody")),
        ]
        people = [(str(one.pk), one.get_full_name() or one.username) for one in people_of(request)]
        return [*own, *people]

    def narrowed(self, request: HttpRequest, stories: Stories, value: str) -> Stories:
        if value == "me":
            return stories.filter(created_by=staff(request))
        if value == "mine":
            return stories.filter(assigned_to=staff(request))
        if value == "nobody":
            return stories.filter(assigned_to=None)
        return stories.filter(Q(created_by=int(value)) | Q(assigned_to=int(value)))


class ChangedFilter(Narrowing):
    title, parameter_name = _("changed"), "changed"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[Choice]:
        return [(key, label) for key, (label, _span) in SPANS.items()]

    def narrowed(self, _request: HttpRequest, stories: Stories, value: str) -> Stories:
        return stories.filter(changed_at__gte=timezone.now() - SPANS[value][1])


def services_of(request: HttpRequest) -> list[LanguageService]:
    """Asked for once in a request."""
    if not hasattr(request, "_own_services"):
        own = services_where(staff(request), Deed.VIEW_STORY)
        request._own_services = list(own)  # type: ignore[attr-defined]
    services: list[LanguageService] = request._own_services  # type: ignore[attr-defined]
    return services


def people_of(request: HttpRequest) -> QuerySet[User]:
    newsrooms = {one.newsroom_id for one in services_of(request)}
    colleagues = Q(staff_roles__newsroom__in=newsrooms) | Q(staff_roles__newsroom=None)
    people = User.objects.filter(colleagues, is_active=True, is_staff=True).distinct()
    return people.order_by("first_name", "last_name", "username")[:MOST_PEOPLE]


FILTERS: list[type[Narrowing]] = [
    ServiceFilter, SectionFilter, StatusFilter, ReviewFilter, WhoFilter, ChangedFilter,
]  # fmt: skip
